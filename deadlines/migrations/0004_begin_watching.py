"""The first round looks at every term that runs already; until then the parts that must run get time to begin."""

from django.db import migrations
from django.utils import timezone


def begin(apps, schema_editor):
    deadlines = apps.get_model("deadlines", "Deadline").objects
    running = deadlines.filter(met_on=None, stopped_on=None, due_on__isnull=False)
    running.update(next_look_on=timezone.localdate())
    heartbeat = apps.get_model("deadlines", "Heartbeat")
    heartbeat.objects.bulk_create([heartbeat(part=part) for part in ("beat", "worker", "sweep")])


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0003_promises_reminders_and_lengthening")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
