"""The PIP of another gemeente, after which the intake asks no new test."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_tables"),
        ("intake", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="lbtregistration",
            name="earlier_pip_of",
            field=models.CharField(
                blank=True, default="", max_length=120, verbose_name="gemeente van het vorige PIP"
            ),
        ),
        migrations.AddField(
            model_name="lbtregistration",
            name="earlier_pip_on",
            field=models.DateField(blank=True, null=True, verbose_name="dagtekening van het vorige PIP"),
        ),
        migrations.AddConstraint(
            model_name="lbtregistration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("earlier_pip_of", ""), ("earlier_pip_on", None)),
                    models.Q(
                        models.Q(("earlier_pip_of", ""), _negated=True), ("earlier_pip_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="earlier_pip_has_gemeente_and_date",
                violation_error_message="Vul van het vorige PIP de gemeente en de dagtekening in.",
            ),
        ),
    ]
