from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_log_reading_of_health"),
    ]

    operations = [
        migrations.AlterField(
            model_name="accesslogentry",
            name="act",
            field=models.CharField(
                choices=[
                    ("gelezen", "Dossier bekeken"),
                    ("intake_gelezen", "Intake bekeken"),
                    ("gezondheid_gelezen", "Gezondheid in de intake bekeken"),
                    ("pip_gelezen", "PIP bekeken"),
                    ("document_gelezen", "Document bekeken"),
                    ("logboek_gelezen", "Logboek bekeken"),
                    ("doel_opgegeven", "Toegang met doel"),
                    ("gevonden", "Gevonden bij zoeken"),
                    ("nummer_gezien", "Nummer van een onbekende bekeken"),
                ],
                max_length=24,
            ),
        ),
    ]
