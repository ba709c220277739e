import datetime as dt
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import contact.models.preferences
import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("contact", "0001_appointments"),
        ("contact", "0002_requests"),
        ("contact", "0003_notices"),
        ("contact", "0004_digest_says_when_it_was_made"),
        ("contact", "0005_calls_of_requests"),
        ("contact", "0006_talks_of_closed_cases"),
        ("contact", "0007_digest_knows_its_reminders"),
        ("contact", "0008_talks_for_the_test"),
        ("contact", "0009_preparation_of_the_intake"),
        ("contact", "0010_group_sessions"),
        ("contact", "0011_letters_to_somebody_else"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        ("deadlines", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="MeetingPreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meeting_preference",
                        to="cases.person",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[("live", "Elkaar zien"), ("telefoon", "Bellen"), ("video", "Videobellen")],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "place_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gemeentehuis", "Gemeentehuis"),
                            ("school", "School"),
                            ("bibliotheek", "Bibliotheek"),
                            ("thuis", "Bij de nieuwkomer thuis"),
                            ("anders", "Een andere plek"),
                        ],
                        max_length=12,
                        verbose_name="waar",
                    ),
                ),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "voorkeur voor gesprekken",
                "verbose_name_plural": "voorkeuren voor gesprekken",
            },
        ),
        migrations.CreateModel(
            name="EventCursor",
            fields=[
                ("name", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("complete_up_to", models.BigIntegerField(default=0)),
                ("seen_up_to", models.BigIntegerField(default=0)),
                ("seen_before_xid", models.BigIntegerField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "leesteken",
                "verbose_name_plural": "leestekens",
            },
        ),
        migrations.CreateModel(
            name="StaffDigest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="digests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("day", models.DateField(verbose_name="dag")),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht op verzending"),
                            ("bezig", "Wordt verzonden"),
                            ("verstuurd", "Verstuurd"),
                            ("aangekomen", "Aangekomen"),
                            ("teruggekomen", "Niet aangekomen"),
                            ("mislukt", "Niet gelukt"),
                            ("vervallen", "Niet meer nodig"),
                        ],
                        default="wacht",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                ("attempt", models.UUIDField(editable=False, null=True, verbose_name="deze poging")),
                (
                    "next_attempt_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="volgende poging"),
                ),
                ("may_have_arrived", models.BooleanField(default=False, verbose_name="misschien aangekomen")),
                ("problem", models.CharField(blank=True, max_length=500, verbose_name="wat er misging")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="verstuurd")),
                (
                    "reminders",
                    models.ManyToManyField(
                        related_name="+", to="deadlines.reminder", verbose_name="herinneringen erin"
                    ),
                ),
            ],
            options={
                "verbose_name": "dagbericht",
                "verbose_name_plural": "dagberichten",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("wacht", "bezig"))),
                        fields=["next_attempt_at"],
                        name="digests_to_send",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "day"), name="one_digest_a_colleague_and_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_sessions",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organised_groups",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("voorlichting", "Voorlichting"),
                            ("voorbereiding", "Voorbereiding op de brede intake"),
                            ("anders", "Andere bijeenkomst"),
                        ],
                        max_length=16,
                        verbose_name="waarvoor",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begin")),
                ("ends_at", models.DateTimeField(verbose_name="einde")),
                (
                    "place_kind",
                    models.CharField(
                        choices=[
                            ("gemeentehuis", "Gemeentehuis"),
                            ("school", "School"),
                            ("bibliotheek", "Bibliotheek"),
                            ("thuis", "Bij de nieuwkomer thuis"),
                            ("anders", "Een andere plek"),
                        ],
                        max_length=12,
                        verbose_name="waar",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="adres of kamer")),
                (
                    "state",
                    models.CharField(
                        choices=[("concept", "Concept"), ("gepland", "Gepland"), ("afgezegd", "Afgezegd")],
                        default="concept",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                (
                    "cancel_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ziek", "Ziek"),
                            ("werk-of-les", "Werk of les"),
                            ("kinderen", "Geen opvang voor de kinderen"),
                            ("vervoer", "Kan er niet komen"),
                            ("tijd", "De tijd past niet"),
                            ("geen-tolk", "Er is geen tolk"),
                            ("medewerker", "De medewerker kan niet"),
                            ("anders", "Iets anders"),
                            ("gesloten", "Het dossier is gesloten"),
                        ],
                        max_length=12,
                        verbose_name="waarom afgezegd",
                    ),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "groepsbijeenkomst",
                "verbose_name_plural": "groepsbijeenkomsten",
                "ordering": ["starts_at", "id"],
                "indexes": [models.Index(fields=["gemeente", "starts_at"], name="groups_of_gemeente")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="group_ends_after_start",
                        violation_error_message="Een bijeenkomst duurt ten minste een paar minuten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "afgezegd"), models.Q(("cancel_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "afgezegd"), _negated=True), ("cancel_reason", "")),
                            _connector="OR",
                        ),
                        name="cancelled_group_has_reason",
                        violation_error_message="Kies waarom de bijeenkomst niet doorgaat.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="group_follows_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{concept:afgezegd,concept:gepland,gepland:afgezegd}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="a63be289c90f4f17bf9082c4f5cf8b06683386aa",
                            operation="UPDATE",
                            pgid="pgtrigger_group_follows_the_table_5980f",
                            table="contact_groupsession",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="cases.case",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="contact.groupsession",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organised_appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("kennismaking", "Kennismaking"),
                            ("brede-intake", "Brede intake"),
                            ("lbt", "Leerbaarheidstoets"),
                            ("pip-gesprek", "Gesprek over het PIP"),
                            ("voortgang", "Voortgangsgesprek"),
                            ("groep", "Groepsbijeenkomst"),
                            ("overig", "Ander gesprek"),
                        ],
                        max_length=16,
                        verbose_name="waarvoor",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="onderwerp, alleen voor medewerkers"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begin")),
                ("ends_at", models.DateTimeField(verbose_name="einde")),
                (
                    "mode",
                    models.CharField(
                        choices=[("live", "Elkaar zien"), ("telefoon", "Bellen"), ("video", "Videobellen")],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "wished_mode",
                    models.CharField(
                        blank=True,
                        choices=[("live", "Elkaar zien"), ("telefoon", "Bellen"), ("video", "Videobellen")],
                        max_length=10,
                        verbose_name="wens van de nieuwkomer",
                    ),
                ),
                (
                    "wish_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom anders dan de wens"),
                ),
                (
                    "place_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gemeentehuis", "Gemeentehuis"),
                            ("school", "School"),
                            ("bibliotheek", "Bibliotheek"),
                            ("thuis", "Bij de nieuwkomer thuis"),
                            ("anders", "Een andere plek"),
                        ],
                        max_length=12,
                        verbose_name="waar",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="adres of kamer")),
                (
                    "video_url",
                    models.URLField(blank=True, max_length=500, verbose_name="link voor videobellen"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("gepland", "Gepland"),
                            ("gehouden", "Gehouden"),
                            ("niet-verschenen", "Niet verschenen"),
                            ("afgezegd", "Afgezegd"),
                        ],
                        default="concept",
                        max_length=16,
                        verbose_name="stand",
                    ),
                ),
                (
                    "cancel_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ziek", "Ziek"),
                            ("werk-of-les", "Werk of les"),
                            ("kinderen", "Geen opvang voor de kinderen"),
                            ("vervoer", "Kan er niet komen"),
                            ("tijd", "De tijd past niet"),
                            ("geen-tolk", "Er is geen tolk"),
                            ("medewerker", "De medewerker kan niet"),
                            ("anders", "Iets anders"),
                            ("gesloten", "Het dossier is gesloten"),
                        ],
                        max_length=12,
                        verbose_name="waarom afgezegd",
                    ),
                ),
                (
                    "cancelled_by_resident",
                    models.BooleanField(default=False, verbose_name="afgezegd door de nieuwkomer"),
                ),
                (
                    "interpreter_decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("niet-nodig", "Geen tolk nodig"),
                            ("tolk", "Tolk bij het gesprek"),
                            ("tolktelefoon", "Tolk aan de telefoon"),
                            ("eigen-taal", "Gesprek in een taal die beiden spreken"),
                            ("geen", "Geen tolk, ook al is er een nodig"),
                        ],
                        max_length=12,
                        verbose_name="tolk",
                    ),
                ),
                (
                    "interpreter_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom geen tolk"),
                ),
                ("interpreter_needed", models.BooleanField(null=True, verbose_name="tolk was nodig")),
                (
                    "short_preparation_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom korter voorbereiden"),
                ),
                ("said", models.TextField(blank=True, max_length=10000, verbose_name="wat er is besproken")),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "afspraak",
                "verbose_name_plural": "afspraken",
                "indexes": [
                    models.Index(fields=["case", "-starts_at"], name="appointments_of_case"),
                    models.Index(fields=["organiser", "starts_at"], name="appointments_of_organiser"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "groep"), ("session__isnull", False)),
                            models.Q(models.Q(("purpose", "groep"), _negated=True), ("session", None)),
                            _connector="OR",
                        ),
                        name="talk_of_a_group_has_its_session",
                        violation_error_message="Een groepsbijeenkomst maakt u niet in één dossier.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("state", "afgezegd"), _negated=True), ("session__isnull", False)
                        ),
                        fields=("session", "case"),
                        name="case_comes_once_to_a_group",
                        violation_error_message="Deze nieuwkomer is al gevraagd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="appointment_ends_after_start",
                        violation_error_message="Een afspraak duurt ten minste een paar minuten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mode", "live"), _negated=True),
                            models.Q(("place_kind", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="live_appointment_has_place",
                        violation_error_message="Kies waar u elkaar ziet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wished_mode", ""),
                            ("wished_mode", models.F("mode")),
                            models.Q(("wish_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="unfollowed_wish_has_reason",
                        violation_error_message="Schrijf op waarom u de wens van de nieuwkomer niet volgt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ("gepland", "gehouden", "niet-verschenen")), _negated=True
                            ),
                            models.Q(("interpreter_decision", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="confirmed_appointment_has_interpreter_decision",
                        violation_error_message="Beslis eerst over een tolk.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("interpreter_decision", "geen"), _negated=True),
                            models.Q(("interpreter_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="appointment_without_interpreter_has_reason",
                        violation_error_message="Schrijf op waarom er geen tolk is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "afgezegd"), models.Q(("cancel_reason", ""), _negated=True)),
                            models.Q(
                                models.Q(("state", "afgezegd"), _negated=True),
                                ("cancel_reason", ""),
                                ("cancelled_by_resident", False),
                            ),
                            _connector="OR",
                        ),
                        name="cancelled_appointment_has_reason",
                        violation_error_message="Kies waarom de afspraak niet doorgaat.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="appointment_follows_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{concept:afgezegd,concept:gepland,gepland:afgezegd,gepland:gehouden,gepland:niet-verschenen,niet-verschenen:gehouden}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="7aae5948cc1726b6c43e89f5cb1ee043e3c9de51",
                            operation="UPDATE",
                            pgid="pgtrigger_appointment_follows_the_table_12025",
                            table="contact_appointment",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Interpreter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interpreters",
                        to="accounts.gemeente",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("agency", models.CharField(blank=True, max_length=120, verbose_name="bureau")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3), size=None, verbose_name="talen"
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="beschikbaar")),
            ],
            options={
                "verbose_name": "tolk",
                "verbose_name_plural": "tolken",
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "name", "agency"),
                        name="interpreter_once_a_gemeente",
                        violation_error_message="Deze tolk staat al in de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("languages__len__gt", 0)),
                        name="interpreter_speaks_a_language",
                        violation_error_message="Kies ten minste één taal.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="contact.appointment",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="contact.groupsession",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("collega", "Collega"),
                            ("nieuwkomer", "Nieuwkomer"),
                            ("partner", "Partner"),
                            ("tolk", "Tolk"),
                            ("ander", "Iemand anders"),
                        ],
                        max_length=12,
                        verbose_name="rol",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="cases.person",
                    ),
                ),
                (
                    "interpreter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="contact.interpreter",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="naam")),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name="tijd")),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "deelnemer",
                "verbose_name_plural": "deelnemers",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("interpreter", None), ("name", ""), ("person", None), ("user__isnull", False)
                            ),
                            models.Q(
                                ("interpreter", None), ("name", ""), ("person__isnull", False), ("user", None)
                            ),
                            models.Q(
                                ("interpreter__isnull", False), ("name", ""), ("person", None), ("user", None)
                            ),
                            models.Q(
                                ("interpreter", None),
                                ("person", None),
                                ("user", None),
                                models.Q(("name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="participant_is_exactly_one",
                        violation_error_message="Een deelnemer is een collega, een nieuwkomer, een tolk of iemand met een naam.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("appointment__isnull", False), ("session", None)),
                            models.Q(("appointment", None), ("session__isnull", False)),
                            _connector="OR",
                        ),
                        name="participant_is_at_a_talk_or_a_group",
                        violation_error_message="Een deelnemer hoort bij één afspraak of bij één bijeenkomst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("session", None), ("person", None), _connector="OR"),
                        name="no_newcomer_sits_at_the_group_itself",
                        violation_error_message="Elke nieuwkomer heeft een eigen afspraak bij de bijeenkomst.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_active", True)),
                        expressions=[("user", "="), ("during", "&&")],
                        name="colleague_is_at_one_appointment_at_a_time",
                        violation_error_message="Deze collega heeft dan al een afspraak.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_active", True)),
                        expressions=[("person", "="), ("during", "&&")],
                        name="person_is_at_one_appointment_at_a_time",
                        violation_error_message="Deze persoon heeft dan al een afspraak.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_active", True)),
                        expressions=[("interpreter", "="), ("during", "&&")],
                        name="interpreter_is_at_one_appointment_at_a_time",
                        violation_error_message="Deze tolk heeft dan al een afspraak.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupInterpreter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interpreters",
                        to="contact.groupsession",
                    ),
                ),
                (
                    "interpreter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_bookings",
                        to="contact.interpreter",
                    ),
                ),
                ("language", models.CharField(max_length=3, verbose_name="taal")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("bevestigd", "Bevestigd"),
                            ("kan-niet", "Kan niet"),
                            ("afgezegd", "Afgezegd"),
                            ("niet-verschenen", "Niet verschenen"),
                        ],
                        default="gevraagd",
                        max_length=16,
                        verbose_name="stand",
                    ),
                ),
                ("state_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "state_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tolk bij een groepsbijeenkomst",
                "verbose_name_plural": "tolken bij groepsbijeenkomsten",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("gevraagd", "bevestigd"))),
                        fields=("session", "language"),
                        name="one_active_interpreter_a_group_and_language",
                        violation_error_message="Er is al een tolk gevraagd voor deze taal.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InterpreterBooking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bookings",
                        to="contact.appointment",
                    ),
                ),
                (
                    "interpreter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bookings",
                        to="contact.interpreter",
                    ),
                ),
                ("language", models.CharField(max_length=3, verbose_name="taal")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("bevestigd", "Bevestigd"),
                            ("kan-niet", "Kan niet"),
                            ("afgezegd", "Afgezegd"),
                            ("niet-verschenen", "Niet verschenen"),
                        ],
                        default="gevraagd",
                        max_length=16,
                        verbose_name="stand",
                    ),
                ),
                ("state_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                (
                    "state_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "requested_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                ),
            ],
            options={
                "verbose_name": "boeking van een tolk",
                "verbose_name_plural": "boekingen van tolken",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("gevraagd", "bevestigd"))),
                        fields=("appointment",),
                        name="one_active_booking_an_appointment",
                        violation_error_message="Er is al een tolk gevraagd voor deze afspraak.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="booking_follows_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{gevraagd:afgezegd,gevraagd:bevestigd,gevraagd:kan-niet,gevraagd:niet-verschenen,bevestigd:afgezegd,bevestigd:gevraagd,bevestigd:kan-niet,bevestigd:niet-verschenen}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="568cc331773d72dd0cc9278c3851d042dcf79727",
                            operation="UPDATE",
                            pgid="pgtrigger_booking_follows_the_table_92fd5",
                            table="contact_interpreterbooking",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("vraag", "Vraag"),
                            ("terugbellen", "Terugbellen"),
                            ("brief", "Brief of verklaring"),
                            ("lestijd", "Andere lestijd of groep"),
                            ("school-dichterbij", "School dichterbij"),
                            ("reiskosten", "Reiskosten"),
                            ("tolk", "Tolk"),
                            ("gesprek", "Gesprek met de klantmanager"),
                            ("leerroute", "Andere leerroute"),
                            ("afschalen", "Afschalen naar A2"),
                            ("andere-klantmanager", "Andere klantmanager"),
                            ("klacht", "Klacht"),
                            ("herbeoordeling", "Herbeoordeling"),
                            ("overig", "Iets anders"),
                        ],
                        max_length=24,
                        verbose_name="soort verzoek",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("teamleider", "Teamleider"),
                            ("ontzorgmedewerker", "Ontzorgmedewerker"),
                            ("functioneel_beheerder", "Functioneel beheerder"),
                            ("privacy_officer", "Privacy officer"),
                        ],
                        max_length=24,
                        verbose_name="rol",
                    ),
                ),
                ("may_decide", models.BooleanField(verbose_name="mag beslissen")),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "mandaat",
                "verbose_name_plural": "mandaten",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "type", "role", "valid_from"),
                        name="one_mandate_a_type_role_and_day",
                        violation_error_message="Op deze dag verandert dit mandaat al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["klantmanager", "teamleider"])),
                        name="mandate_is_for_who_decides",
                        violation_error_message="Alleen een klantmanager of een teamleider kan een mandaat krijgen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactPreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_preference",
                        to="cases.person",
                    ),
                ),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("portaal", "Portaal"),
                                ("mail", "E-mail"),
                                ("sms", "Sms"),
                                ("brief", "Brief"),
                            ],
                            max_length=8,
                        ),
                        default=contact.models.preferences.usual_channels,
                        size=None,
                        verbose_name="kanalen, in volgorde",
                    ),
                ),
                ("quiet_from", models.TimeField(default=dt.time(21, 0), verbose_name="stil vanaf")),
                ("quiet_until", models.TimeField(default=dt.time(8, 0), verbose_name="stil tot")),
                (
                    "daily_cap",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="hoogstens per dag",
                    ),
                ),
                ("wants_letters", models.BooleanField(default=False, verbose_name="wil ook een brief")),
                ("refused_email", models.CharField(blank=True, editable=False, max_length=254)),
                ("refused_phone", models.CharField(blank=True, editable=False, max_length=30)),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "voorkeur voor berichten",
                "verbose_name_plural": "voorkeuren voor berichten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channels__len__gte", 1),
                            models.Q(("channels__contains", ["portaal"]), _negated=True),
                        ),
                        name="preference_names_a_channel",
                        violation_error_message="Kies ten minste één kanaal: e-mail, sms of brief.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("daily_cap__range", (1, 20))),
                        name="preference_allows_a_message_a_day",
                        violation_error_message="Kies een getal van 1 tot en met 20.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "contact_contactpreferencehistory" ("channels", "daily_cap", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_until", "refused_email", "refused_phone", "set_at", "set_by_id", "wants_letters") VALUES (NEW."channels", NEW."daily_cap", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quiet_from", NEW."quiet_until", NEW."refused_email", NEW."refused_phone", NEW."set_at", NEW."set_by_id", NEW."wants_letters"); RETURN NULL;',
                            hash="3e57c471e6624aa1e7fe95463538b1ca639f1624",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9c44c",
                            table="contact_contactpreference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "contact_contactpreferencehistory" ("channels", "daily_cap", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_until", "refused_email", "refused_phone", "set_at", "set_by_id", "wants_letters") VALUES (NEW."channels", NEW."daily_cap", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quiet_from", NEW."quiet_until", NEW."refused_email", NEW."refused_phone", NEW."set_at", NEW."set_by_id", NEW."wants_letters"); RETURN NULL;',
                            hash="6c3c624fcaf3de06e3aa8dee0212b3c215ab4eae",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_45b05",
                            table="contact_contactpreference",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactPreferenceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="contact.contactpreference",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.person",
                    ),
                ),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("portaal", "Portaal"),
                                ("mail", "E-mail"),
                                ("sms", "Sms"),
                                ("brief", "Brief"),
                            ],
                            max_length=8,
                        ),
                        default=contact.models.preferences.usual_channels,
                        size=None,
                        verbose_name="kanalen, in volgorde",
                    ),
                ),
                ("quiet_from", models.TimeField(default=dt.time(21, 0), verbose_name="stil vanaf")),
                ("quiet_until", models.TimeField(default=dt.time(8, 0), verbose_name="stil tot")),
                (
                    "daily_cap",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="hoogstens per dag",
                    ),
                ),
                ("wants_letters", models.BooleanField(default=False, verbose_name="wil ook een brief")),
                ("refused_email", models.CharField(blank=True, editable=False, max_length=254)),
                ("refused_phone", models.CharField(blank=True, editable=False, max_length=30)),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PackPeriod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="dagen"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingesteld door",
                    ),
                ),
                ("set_at", models.DateTimeField(auto_now=True, verbose_name="ingesteld")),
            ],
            options={
                "verbose_name": "tijd om voor te bereiden",
                "verbose_name_plural": "tijden om voor te bereiden",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "valid_from"),
                        name="one_pack_period_a_day",
                        violation_error_message="Voor deze dag is al een aantal dagen ingesteld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__lte", 30)),
                        name="pack_period_is_possible",
                        violation_error_message="Kies een aantal dagen van 0 tot en met 30.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="cases.case",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("vraag", "Vraag"),
                            ("terugbellen", "Terugbellen"),
                            ("brief", "Brief of verklaring"),
                            ("lestijd", "Andere lestijd of groep"),
                            ("school-dichterbij", "School dichterbij"),
                            ("reiskosten", "Reiskosten"),
                            ("tolk", "Tolk"),
                            ("gesprek", "Gesprek met de klantmanager"),
                            ("leerroute", "Andere leerroute"),
                            ("afschalen", "Afschalen naar A2"),
                            ("andere-klantmanager", "Andere klantmanager"),
                            ("klacht", "Klacht"),
                            ("herbeoordeling", "Herbeoordeling"),
                            ("overig", "Iets anders"),
                        ],
                        max_length=24,
                        verbose_name="soort",
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="vraag")),
                ("language", models.CharField(default="nl", max_length=3, verbose_name="taal")),
                (
                    "translation",
                    models.TextField(blank=True, max_length=5000, verbose_name="in het Nederlands"),
                ),
                (
                    "translation_source",
                    models.CharField(
                        choices=[
                            ("mens", "Vertaald door een mens"),
                            ("automatisch", "Automatisch vertaald"),
                            ("geen", "Niet vertaald"),
                        ],
                        default="geen",
                        max_length=11,
                        verbose_name="vertaling",
                    ),
                ),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("portaal", "Portaal"),
                            ("telefoon", "Telefoon"),
                            ("balie", "Balie"),
                            ("mail", "E-mail"),
                            ("brief", "Brief"),
                            ("gesprek", "In een gesprek"),
                            ("systeem", "Een ander systeem"),
                        ],
                        max_length=9,
                        verbose_name="binnengekomen via",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Wacht op de gemeente"),
                            ("bij-anderen", "Ligt bij anderen"),
                            ("later", "Komt later terug"),
                            ("beantwoord", "Beantwoord"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="open",
                        max_length=11,
                        verbose_name="stand",
                    ),
                ),
                (
                    "desk",
                    models.CharField(
                        choices=[("klantmanager", "Klantmanager"), ("teamleider", "Teamleider")],
                        max_length=12,
                        verbose_name="ligt bij",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="behandelaar",
                    ),
                ),
                (
                    "is_confidential",
                    models.BooleanField(default=False, verbose_name="alleen voor de teamleider"),
                ),
                ("triaged_on", models.DateField(null=True, verbose_name="door de teamleider bekeken op")),
                ("escalated_on", models.DateField(null=True, verbose_name="naar de teamleider op")),
                ("later_on", models.DateField(null=True, verbose_name="komt terug op")),
                ("closed_on", models.DateField(null=True, verbose_name="klaar op")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van intrekken"),
                ),
                (
                    "deadline",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request",
                        to="deadlines.deadline",
                    ),
                ),
                ("own_due_on", models.DateField(null=True, verbose_name="antwoord uiterlijk op")),
                (
                    "reviews",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="contact.request",
                    ),
                ),
                (
                    "together_with",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contact.request",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "verzoek",
                "verbose_name_plural": "verzoeken",
                "indexes": [
                    models.Index(fields=["case", "-asked_on", "-id"], name="requests_of_case"),
                    models.Index(
                        condition=models.Q(("state__in", ["beantwoord", "ingetrokken"]), _negated=True),
                        fields=["owner"],
                        name="open_requests_of_owner",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ["beantwoord", "ingetrokken"]), _negated=True),
                        fields=["asked_on"],
                        name="open_requests_by_day",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="request_says_something",
                        violation_error_message="Schrijf op wat de vraag is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("state__in", ["beantwoord", "ingetrokken"]), _negated=True),
                                ("closed_on", None),
                            ),
                            models.Q(
                                ("state__in", ["beantwoord", "ingetrokken"]),
                                ("closed_on__gte", models.F("asked_on")),
                            ),
                            _connector="OR",
                        ),
                        name="closed_request_has_its_day",
                        violation_error_message="Een verzoek dat klaar is, heeft een dag waarop het klaar was.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("later_on__isnull", False), ("state", "later")),
                            models.Q(models.Q(("state", "later"), _negated=True), ("later_on", None)),
                            _connector="OR",
                        ),
                        name="later_request_comes_back_on_a_day",
                        violation_error_message="Kies de dag waarop u antwoord geeft.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ingetrokken"), _negated=True),
                            models.Q(("withdrawn_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withdrawn_request_has_a_reason",
                        violation_error_message="Geef een reden waarom het verzoek stopt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_confidential", False), ("desk", "teamleider"), _connector="OR"
                        ),
                        name="confidential_request_is_with_the_team_lead",
                        violation_error_message="Een vertrouwelijk verzoek ligt bij de teamleider.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deadline", None), ("own_due_on__isnull", False)),
                            models.Q(("deadline__isnull", False), ("own_due_on", None)),
                            _connector="OR",
                        ),
                        name="request_has_one_clock",
                        violation_error_message="Een verzoek heeft één termijn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviews__isnull", False), ("type", "herbeoordeling")),
                            models.Q(models.Q(("type", "herbeoordeling"), _negated=True), ("reviews", None)),
                            _connector="OR",
                        ),
                        name="only_a_review_looks_back_at_a_request",
                        violation_error_message="Een herbeoordeling gaat over een verzoek dat is afgewezen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="cases.case",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="cases.person",
                        verbose_name="aan",
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="soort")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("portaal", "Portaal"),
                            ("mail", "E-mail"),
                            ("sms", "Sms"),
                            ("brief", "Brief"),
                        ],
                        max_length=8,
                        verbose_name="kanaal",
                    ),
                ),
                ("source", models.CharField(max_length=80, verbose_name="waarover")),
                (
                    "context",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="gegevens",
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="contact.appointment",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="contact.request",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.caseevent",
                    ),
                ),
                ("language", models.CharField(max_length=3, verbose_name="taal")),
                ("subject", models.CharField(max_length=200, verbose_name="onderwerp")),
                ("short", models.TextField(verbose_name="kort")),
                ("text", models.TextField(verbose_name="tekst")),
                ("text_dutch", models.TextField(verbose_name="tekst in het Nederlands")),
                ("without_translation", models.BooleanField(default=False, verbose_name="zonder vertaling")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht op verzending"),
                            ("bezig", "Wordt verzonden"),
                            ("verstuurd", "Verstuurd"),
                            ("aangekomen", "Aangekomen"),
                            ("teruggekomen", "Niet aangekomen"),
                            ("mislukt", "Niet gelukt"),
                            ("vervallen", "Niet meer nodig"),
                        ],
                        default="wacht",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("not_before", models.DateTimeField(null=True, verbose_name="niet eerder dan")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                ("attempt", models.UUIDField(editable=False, null=True, verbose_name="deze poging")),
                (
                    "next_attempt_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="volgende poging"),
                ),
                (
                    "patient_from",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="eerste poging"),
                ),
                ("may_have_arrived", models.BooleanField(default=False, verbose_name="misschien aangekomen")),
                ("message_id", models.CharField(blank=True, max_length=120, verbose_name="bericht-id")),
                (
                    "channel_ref",
                    models.CharField(blank=True, max_length=120, verbose_name="nummer bij het kanaal"),
                ),
                ("sent_to", models.CharField(blank=True, max_length=254, verbose_name="gestuurd naar")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="verstuurd")),
                ("read_at", models.DateTimeField(null=True, verbose_name="gelezen")),
                (
                    "dropped_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom niet verstuurd"),
                ),
                ("problem", models.CharField(blank=True, max_length=500, verbose_name="wat er misging")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                    ),
                ),
                ("addressee", models.CharField(blank=True, max_length=200, verbose_name="aan een ander")),
                (
                    "posted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="op de post door",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht aan inwoner",
                "verbose_name_plural": "berichten aan inwoners",
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("state__in", ("wacht", "bezig")),
                            models.Q(
                                models.Q(("channel", "brief"), _negated=True),
                                ("document", None),
                                _connector="OR",
                            ),
                        ),
                        fields=["next_attempt_at", "id"],
                        name="notices_to_send",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("channel", "brief"), ("document__isnull", False), ("state", "wacht")
                        ),
                        fields=["case", "id"],
                        name="letters_to_post",
                    ),
                    models.Index(
                        condition=models.Q(("channel", "sms"), ("state", "verstuurd")),
                        fields=["next_attempt_at"],
                        name="notices_to_follow",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ("mislukt", "teruggekomen"))),
                        fields=["case", "id"],
                        name="notices_that_need_people",
                    ),
                    models.Index(
                        condition=models.Q(("without_translation", True)),
                        fields=["made_at"],
                        name="notices_without_translation",
                    ),
                    models.Index(fields=["case", "-made_at", "-id"], name="notices_of_case"),
                    models.Index(fields=["person", "-sent_at"], name="notices_sent_to_person"),
                    models.Index(
                        condition=models.Q(("message_id", ""), _negated=True),
                        fields=["message_id"],
                        name="notice_by_message_id",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "kind", "person", "channel"),
                        name="one_notice_a_source_person_and_channel",
                        violation_error_message="Dit bericht is er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dropped_reason", ""), ("state", "vervallen"), _negated=True),
                        name="dropped_notice_says_why",
                        violation_error_message="Zeg waarom dit bericht niet meer nodig is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("problem", ""), ("state__in", ("mislukt", "teruggekomen")), _negated=True
                        ),
                        name="failed_notice_says_why",
                        violation_error_message="Zeg waarom dit bericht niet is aangekomen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_at", None), ("state__in", ("verstuurd", "aangekomen")), _negated=True
                        ),
                        name="sent_notice_has_moment",
                        violation_error_message="Een verstuurd bericht heeft een moment.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="notice_follows_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{wacht:bezig,wacht:mislukt,wacht:verstuurd,wacht:vervallen,bezig:aangekomen,bezig:mislukt,bezig:teruggekomen,bezig:verstuurd,bezig:wacht,verstuurd:aangekomen,verstuurd:mislukt,verstuurd:teruggekomen,aangekomen:teruggekomen,teruggekomen:aangekomen,teruggekomen:wacht,mislukt:aangekomen,mislukt:teruggekomen,mislukt:verstuurd,mislukt:wacht}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="6048fc9ac138afb435a163c66e1e6935265efd65",
                            operation="UPDATE",
                            pgid="pgtrigger_notice_follows_the_table_757bb",
                            table="contact_notice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="sent_notice_keeps_its_text",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."sent_at" IS NOT NULL AND (OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_dutch" IS DISTINCT FROM (NEW."text_dutch") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."short" IS DISTINCT FROM (NEW."short")))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3b679554ec2765947dbc3a8bbbd8bf33b7e004af",
                            operation="UPDATE",
                            pgid="pgtrigger_sent_notice_keeps_its_text_d0014",
                            table="contact_notice",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="contact.request",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("aanbieder", "Taalaanbieder of school"),
                            ("gemeente", "Andere afdeling van de gemeente"),
                            ("anders", "Andere organisatie"),
                        ],
                        max_length=9,
                        verbose_name="soort",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("question", models.CharField(max_length=1000, verbose_name="wat vroeg u?")),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Nog geen antwoord"),
                            ("akkoord", "Werkt mee"),
                            ("weigert", "Werkt niet mee"),
                            ("terugverwezen", "Verwijst terug naar de gemeente"),
                        ],
                        default="gevraagd",
                        max_length=13,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "refusal_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("beleid", "Het mag niet volgens ons beleid"),
                            ("geen_aanbod", "Het is er niet"),
                            ("geen_budget", "Er is geen geld voor"),
                            ("contract", "Het contract met de aanbieder laat het niet toe"),
                            ("geen_plek", "Er is geen plek"),
                        ],
                        max_length=11,
                        verbose_name="reden",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=2000, verbose_name="wat zeiden zij?")),
                ("answered_on", models.DateField(null=True, verbose_name="geantwoord op")),
            ],
            options={
                "verbose_name": "partij bij verzoek",
                "verbose_name_plural": "partijen bij verzoeken",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "gevraagd")),
                        fields=("request", "name"),
                        name="party_is_asked_once_at_a_time",
                        violation_error_message="Deze vraag ligt al bij deze partij.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_on", None), ("state", "gevraagd")),
                            models.Q(
                                models.Q(("state", "gevraagd"), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                                ("answered_on__gte", models.F("asked_on")),
                            ),
                            _connector="OR",
                        ),
                        name="party_that_answered_said_something",
                        violation_error_message="Schrijf op wat deze partij antwoordde, en wanneer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "refusal_code__in",
                                    ["beleid", "geen_aanbod", "geen_budget", "contract", "geen_plek"],
                                ),
                                ("state", "weigert"),
                            ),
                            models.Q(models.Q(("state", "weigert"), _negated=True), ("refusal_code", "")),
                            _connector="OR",
                        ),
                        name="party_that_refuses_has_a_ground",
                        violation_error_message="Kies waarom deze partij niet meewerkt.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="contact.request",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("toegewezen", "Ja"),
                            ("deels", "Deels"),
                            ("afgewezen", "Nee"),
                            ("later", "Later"),
                        ],
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "refusal_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("beleid", "Het mag niet volgens ons beleid"),
                            ("geen_aanbod", "Het is er niet"),
                            ("geen_budget", "Er is geen geld voor"),
                            ("contract", "Het contract met de aanbieder laat het niet toe"),
                            ("geen_plek", "Er is geen plek"),
                        ],
                        max_length=11,
                        verbose_name="reden",
                    ),
                ),
                ("reason", models.TextField(max_length=5000, verbose_name="uitleg")),
                ("language", models.CharField(max_length=3, verbose_name="taal van de nieuwkomer")),
                (
                    "translation",
                    models.TextField(blank=True, max_length=5000, verbose_name="in de eigen taal"),
                ),
                (
                    "translation_source",
                    models.CharField(
                        choices=[
                            ("mens", "Vertaald door een mens"),
                            ("automatisch", "Automatisch vertaald"),
                            ("geen", "Niet vertaald"),
                        ],
                        max_length=11,
                        verbose_name="vertaling",
                    ),
                ),
                ("later_on", models.DateField(null=True, verbose_name="antwoord volgt op")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="beslist op")),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "antwoord",
                "verbose_name_plural": "antwoorden",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "later"), _negated=True),
                        fields=("request",),
                        name="one_final_answer_a_request",
                        violation_error_message="Dit verzoek heeft al een antwoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="answer_has_a_reason",
                        violation_error_message="Leg uit waarom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision__in", ["afgewezen", "deels"]),
                                (
                                    "refusal_code__in",
                                    ["beleid", "geen_aanbod", "geen_budget", "contract", "geen_plek"],
                                ),
                            ),
                            models.Q(
                                models.Q(("decision__in", ["afgewezen", "deels"]), _negated=True),
                                ("refusal_code", ""),
                            ),
                            _connector="OR",
                        ),
                        name="refusal_has_a_ground",
                        violation_error_message="Kies waarom het antwoord nee is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "later"), ("later_on__gt", models.F("decided_on"))),
                            models.Q(models.Q(("decision", "later"), _negated=True), ("later_on", None)),
                            _connector="OR",
                        ),
                        name="later_has_a_day",
                        violation_error_message="Kies een dag in de toekomst waarop u antwoord geeft.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("translation", ""), ("translation_source", "geen")),
                            models.Q(
                                models.Q(("translation", ""), _negated=True),
                                models.Q(("translation_source", "geen"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="translated_answer_says_how",
                        violation_error_message="Zeg hoe het antwoord is vertaald.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="answer_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f67b522e55e44e4ef716dcb2e7f532ad8bf2a215",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_answer_never_changes_386a0",
                            table="contact_answer",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conference",
                        to="contact.request",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="uiterlijk op")),
                (
                    "convener",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="regelt het overleg",
                    ),
                ),
                ("held_on", models.DateField(null=True, verbose_name="gehouden op")),
                (
                    "participants",
                    models.CharField(blank=True, max_length=500, verbose_name="wie waren erbij"),
                ),
                ("outcome", models.TextField(blank=True, max_length=5000, verbose_name="wat is besloten")),
                ("decider", models.CharField(blank=True, max_length=120, verbose_name="wie beslist")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "casusoverleg",
                "verbose_name_plural": "casusoverleggen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decider", ""),
                                ("held_on", None),
                                ("outcome", ""),
                                ("participants", ""),
                                ("recorded_by", None),
                            ),
                            models.Q(
                                ("held_on__isnull", False),
                                ("recorded_by__isnull", False),
                                models.Q(("participants", ""), _negated=True),
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("decider", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="held_conference_has_people_and_outcome",
                        violation_error_message="Schrijf op wie erbij waren, wat is besloten en wie beslist.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="contact.request",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verzoek.ontvangen", "Ontvangen"),
                            ("verzoek.opgeschaald", "Naar de teamleider"),
                            ("verzoek.bekeken", "Door de teamleider bekeken"),
                            ("verzoek.overgedragen", "Aan een collega gegeven"),
                            ("verzoek.vertaald", "Vertaling toegevoegd"),
                            ("verzoek.gebeld", "Gebeld, en niet bereikt"),
                            ("verzoek.doorverwezen", "Voorgelegd aan een ander"),
                            ("verzoek.antwoord_ander", "Antwoord van een ander"),
                            ("verzoek.terug", "Terug bij de gemeente"),
                            ("verzoek.casusoverleg_nodig", "Casusoverleg nodig"),
                            ("verzoek.casusoverleg", "Casusoverleg gehouden"),
                            ("verzoek.later", "Antwoord komt later"),
                            ("verzoek.duurt_lang", "Gezegd dat het lang duurt"),
                            ("verzoek.beantwoord", "Beantwoord"),
                            ("verzoek.ingetrokken", "Ingetrokken"),
                        ],
                        max_length=40,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("by_label", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("data", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "stap van verzoek",
                "verbose_name_plural": "stappen van verzoeken",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "verzoek.duurt_lang")),
                        fields=("request",),
                        name="long_wait_is_told_once",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="request_step_is_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7d49e427e6ab43146d3c3f74c9cc1f36a37ea4f1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_request_step_is_append_only_268dd",
                            table="contact_requeststep",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
