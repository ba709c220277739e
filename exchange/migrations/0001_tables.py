import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.encryption
import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("exchange", "0001_messages_and_outbox"),
        ("exchange", "0002_settled_by_hand"),
        ("exchange", "0003_tell_duo_of_exemption"),
        ("exchange", "0004_delete_pip_at_duo"),
        ("exchange", "0005_contact_at_duo"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="IncomingMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.UUIDField(editable=False, unique=True, verbose_name="berichtId")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                ("event", models.CharField(max_length=6, verbose_name="gebeurtenis")),
                ("person_index", models.CharField(blank=True, editable=False, max_length=64)),
                ("registered_at", models.DateTimeField(verbose_name="geregistreerd bij DUO")),
                (
                    "received_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen"),
                ),
                ("raw", inburgering.kit.encryption.EncryptedTextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Nog te verwerken"),
                            ("verwerkt", "Verwerkt"),
                            ("vastgelopen", "Kan niet worden verwerkt"),
                            ("afgedaan", "Door een medewerker afgedaan"),
                        ],
                        default="ontvangen",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                (
                    "next_attempt_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="volgende poging"),
                ),
                ("problem", models.CharField(blank=True, max_length=1000, verbose_name="wat er mis is")),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incoming_messages",
                        to="cases.case",
                    ),
                ),
                ("handled_at", models.DateTimeField(null=True, verbose_name="verwerkt")),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_reason",
                    models.CharField(
                        blank=True, db_default="", max_length=300, verbose_name="hoe het is afgedaan"
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht van DUO",
                "verbose_name_plural": "berichten van DUO",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "ontvangen")),
                        fields=["next_attempt_at"],
                        name="incoming_to_handle",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ["ontvangen", "vastgelopen"])),
                        fields=["gemeente", "-received_at"],
                        name="incoming_not_handled",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "event", "person_index", "registered_at"),
                        name="one_message_an_event_person_and_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("problem", ""), ("state", "vastgelopen"), _negated=True),
                        name="stuck_message_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "afgedaan"), _negated=True),
                            models.Q(
                                ("settled_by__isnull", False), models.Q(("settled_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="settled_message_says_who_and_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.caseevent"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("duo.pip", "PIP naar DUO"),
                            ("duo.pip_weg", "PIP bij DUO verwijderen"),
                            ("duo.lbt", "Ontheffing leerbaarheidstoets naar DUO"),
                            ("duo.contact", "Contactpersoon bij DUO"),
                            ("keten.stop", "Ketenberichten stoppen"),
                        ],
                        max_length=24,
                        verbose_name="soort",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outgoing_messages",
                        to="cases.case",
                    ),
                ),
                ("body", models.JSONField(verbose_name="bericht")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht op verzending"),
                            ("bezig", "Wordt verzonden"),
                            ("aangenomen", "Aangenomen door DUO"),
                            ("geweigerd", "Geweigerd door DUO"),
                            ("mislukt", "Niet gelukt"),
                            ("ingetrokken", "Niet meer nodig"),
                            ("afgedaan", "Door een medewerker afgedaan"),
                        ],
                        default="wacht",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt"),
                ),
                ("patient_from", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "next_attempt_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="volgende poging"),
                ),
                ("may_have_arrived", models.BooleanField(default=False)),
                ("problem", models.CharField(blank=True, max_length=1000, verbose_name="wat er mis is")),
                ("done_at", models.DateTimeField(null=True, verbose_name="klaar")),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_reason",
                    models.CharField(
                        blank=True, db_default="", max_length=300, verbose_name="hoe het is afgedaan"
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht aan DUO",
                "verbose_name_plural": "berichten aan DUO",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["wacht", "bezig"])),
                        fields=["next_attempt_at"],
                        name="outgoing_to_send",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "channel"), name="one_message_an_event_and_channel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "afgedaan"), _negated=True),
                            models.Q(
                                ("settled_by__isnull", False), models.Q(("settled_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="settled_outgoing_says_who_and_how",
                        violation_error_message="Schrijf wie dit bericht heeft afgedaan, en hoe.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="outgoing_message_follows_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{wacht:bezig,wacht:geweigerd,wacht:ingetrokken,bezig:aangenomen,bezig:geweigerd,bezig:ingetrokken,bezig:mislukt,bezig:wacht,geweigerd:afgedaan,geweigerd:ingetrokken,geweigerd:wacht,mislukt:afgedaan,mislukt:ingetrokken,mislukt:wacht}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="cf1f7939ebdc8fc400901e2d92a456837731c961",
                            operation="UPDATE",
                            pgid="pgtrigger_outgoing_message_follows_the_table_9b04a",
                            table="exchange_outgoingmessage",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DuoFact",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="duo_facts", to="cases.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plicht", "Inburgeringsplicht"),
                            ("doelgroep", "Doelgroep"),
                            ("termijn", "Inburgeringstermijn"),
                            ("pip", "PIP"),
                        ],
                        max_length=12,
                        verbose_name="onderwerp",
                    ),
                ),
                ("content", models.JSONField(verbose_name="inhoud")),
                (
                    "fetched_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="opgehaald"),
                ),
            ],
            options={
                "verbose_name": "gegeven van DUO",
                "verbose_name_plural": "gegevens van DUO",
                "constraints": [
                    models.UniqueConstraint(fields=("case", "kind"), name="one_duo_fact_a_case_and_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="DuoContact",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("duo_id", models.PositiveIntegerField(null=True, verbose_name="nummer bij DUO")),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="naam")),
                ("email", models.CharField(blank=True, max_length=241, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=22, verbose_name="telefoonnummer")),
                ("registered_at", models.DateTimeField(null=True, verbose_name="bij DUO sinds")),
                ("busy_until", models.DateTimeField(default=django.utils.timezone.now)),
                ("problem", models.CharField(blank=True, max_length=1000, verbose_name="wat er mis is")),
            ],
            options={
                "verbose_name": "contactpersoon bij DUO",
                "verbose_name_plural": "contactpersonen bij DUO",
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "user"), name="one_duo_contact_a_colleague"),
                    models.UniqueConstraint(
                        fields=("gemeente", "duo_id"), name="one_colleague_a_number_of_duo"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DuoContactLink",
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
                        related_name="duo_contacts",
                        to="cases.case",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="exchange.duocontact",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd"),
                ),
                ("since", models.DateTimeField(null=True, verbose_name="sinds")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="tot")),
            ],
            options={
                "verbose_name": "contactpersoon van een dossier",
                "verbose_name_plural": "contactpersonen van dossiers",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "contact"),
                        name="one_open_link_a_case_and_contact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at", None),
                            ("since", None),
                            ("ended_at__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="duo_contact_ends_after_start",
                        violation_error_message="Een contactpersoon eindigt niet voor het begin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExchangeLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="moment")),
                (
                    "party",
                    models.CharField(
                        choices=[("duo", "DUO"), ("brp", "BRP")], max_length=4, verbose_name="aan"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.gemeente"
                    ),
                ),
                ("person_index", models.CharField(blank=True, max_length=64)),
                ("act", models.CharField(max_length=80, verbose_name="handeling")),
                ("purpose", models.CharField(max_length=200, verbose_name="doel")),
                ("message_id", models.UUIDField(verbose_name="berichtId")),
                ("status", models.PositiveSmallIntegerField(null=True, verbose_name="antwoord")),
                ("milliseconds", models.PositiveIntegerField(verbose_name="duur")),
            ],
            options={
                "verbose_name": "verzoek aan de keten",
                "verbose_name_plural": "verzoeken aan de keten",
                "indexes": [models.Index(fields=["person_index", "-at"], name="exchange_of_person")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="exchange_log_is_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="93efbf84effb52105f80e1ad8e45bbeb139f62d4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_exchange_log_is_append_only_09514",
                            table="exchange_exchangelog",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
