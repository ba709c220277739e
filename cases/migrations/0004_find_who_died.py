from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_case_has_klantmanager"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("died_on__isnull", False)), fields=["died_on"], name="person_died"
            ),
        ),
    ]
