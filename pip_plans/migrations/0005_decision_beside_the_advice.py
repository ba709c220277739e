import django.db.models.deletion
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("pip_plans", "0004_switches_and_course_hours"),
    ]

    operations = [
        migrations.AddField(
            model_name="pipversion",
            name="why_not_b",
            field=models.TextField(blank=True, max_length=2000, verbose_name="waarom niet de B1-route?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="why_not_o",
            field=models.TextField(
                blank=True, max_length=2000, verbose_name="waarom niet de onderwijsroute?"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="why_not_z",
            field=models.TextField(blank=True, max_length=2000, verbose_name="waarom niet de Z-route?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="advice",
            field=models.JSONField(
                blank=True, editable=False, null=True, verbose_name="advies over de leerroute"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="advice_difference_reason",
            field=models.TextField(blank=True, max_length=2000, verbose_name="waarom anders dan het advies?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="age_policy",
            field=models.TextField(
                blank=True, editable=False, max_length=2000, verbose_name="beleid over leeftijd"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="age_policy_link",
            field=models.URLField(
                blank=True, editable=False, max_length=500, verbose_name="waar staat dit beleid?"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="age_policy_document",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.document",
                verbose_name="beleid als document",
            ),
        ),
        migrations.AlterField(
            model_name="pipversion",
            name="factors",
            field=ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("wens", "Eigen wens"),
                        ("doelen", "Doelen voor werk, studie en leven"),
                        ("opleiding", "Opleiding en diploma's"),
                        ("werk", "Werkervaring en vaardigheden"),
                        ("taalniveau", "Taal: wat iemand nu al kan"),
                        ("leerervaring", "Hoe leren eerder ging"),
                        ("lezen_schrijven", "Lezen en schrijven"),
                        ("voorinburgering", "Wat iemand al leerde in de opvang"),
                        ("gezondheid", "Belastbaarheid"),
                        ("gezin", "Gezin en zorg voor anderen"),
                        ("toets", "Leerbaarheidstoets (advies)"),
                        (
                            "leeftijdsbeleid",
                            "Leeftijd: beleid van de gemeente over studeren met behoud van uitkering",
                        ),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="redenen",
            ),
        ),
    ]
