"""What the first night needs: the days that were equal to a feestdag when the product began (later ones are added on
the page for them), and the parts that must run, which get time to begin."""

from datetime import date

from django.db import migrations

BESLUIT_2023 = "Koninklijk besluit gelijkgestelde dagen 2023–2025 (Algemene termijnenwet, artikel 3 lid 3)"
BESLUIT_2026 = "Koninklijk besluit gelijkgestelde dagen 2026–2028 (Algemene termijnenwet, artikel 3 lid 3)"

DAYS = {
    date(2023, 4, 28): BESLUIT_2023,
    date(2023, 5, 19): BESLUIT_2023,
    date(2024, 5, 10): BESLUIT_2023,
    date(2024, 12, 27): BESLUIT_2023,
    date(2025, 5, 30): BESLUIT_2023,
    date(2026, 1, 2): BESLUIT_2026,
    date(2026, 5, 15): BESLUIT_2026,
    date(2027, 5, 7): BESLUIT_2026,
    date(2028, 4, 28): BESLUIT_2026,
    date(2028, 5, 26): BESLUIT_2026,
}

PARTS = ("beat", "worker", "sweep")


def seed(apps, schema_editor):
    equated_day = apps.get_model("deadlines", "EquatedDay")
    equated_day.objects.bulk_create([equated_day(day=day, source=source) for day, source in DAYS.items()])
    heartbeat = apps.get_model("deadlines", "Heartbeat")
    heartbeat.objects.bulk_create([heartbeat(part=part) for part in PARTS])


class Migration(migrations.Migration):
    replaces = [("deadlines", "0002_seed_equated_days"), ("deadlines", "0004_begin_watching")]

    dependencies = [("deadlines", "0001_tables")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
