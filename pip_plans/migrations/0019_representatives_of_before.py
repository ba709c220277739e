from django.db import migrations


def keep_names(apps, schema_editor):
    """The name was all that was known: its address is asked on the page of the bezwaar."""
    Objection = apps.get_model("pip_plans", "Objection")
    Representative = apps.get_model("pip_plans", "Representative")
    Representative.objects.bulk_create(
        Representative(objection=one, name=one.representative, added_by=one.by, added_at=one.at)
        for one in Objection.objects.exclude(representative="").select_related("by")
    )


class Migration(migrations.Migration):
    dependencies = [("pip_plans", "0018_representatives")]

    operations = [
        migrations.RunPython(keep_names, migrations.RunPython.noop),
        migrations.RemoveField(model_name="objection", name="representative"),
    ]
