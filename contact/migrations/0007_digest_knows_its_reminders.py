from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0006_talks_of_closed_cases"),
        ("deadlines", "0004_begin_watching"),
    ]

    operations = [
        migrations.AddField(
            model_name="staffdigest",
            name="reminders",
            field=models.ManyToManyField(
                related_name="+", to="deadlines.reminder", verbose_name="herinneringen erin"
            ),
        ),
    ]
