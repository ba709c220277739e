from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_find_who_died"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(Lower("email"), name="person_email"),
        ),
    ]
