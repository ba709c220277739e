from decimal import Decimal

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("intake", "0001_brede_intake"),
        ("intake", "0002_settled_conflicts"),
        ("intake", "0003_open_intakes_by_day"),
        ("intake", "0004_promises_of_talks"),
        ("intake", "0005_lists"),
        ("intake", "0006_coa_handover"),
        ("intake", "0007_authors_of_answers"),
        ("intake", "0008_summonses"),
        ("intake", "0009_preparation_sheets"),
        ("intake", "0010_whether_the_talk_was_clear"),
        ("intake", "0011_versions_of_the_test"),
        ("intake", "0012_recordings_of_the_pack"),
        ("intake", "0013_kept_as_made"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        ("contact", "0001_tables"),
        ("deadlines", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Intake",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="intakes", to="cases.case"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Bezig"), ("afgerond", "Afgerond")],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="gestart op")),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reason_again",
                    models.CharField(blank=True, max_length=1000, verbose_name="waarom opnieuw"),
                ),
                (
                    "private_talk_on",
                    models.DateField(blank=True, null=True, verbose_name="gewezen op gesprek alleen"),
                ),
                (
                    "private_talk_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "without_lbt_reason",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="waarom zonder leerbaarheidstoets"
                    ),
                ),
                (
                    "in_absence",
                    models.BooleanField(default=False, verbose_name="afgerond zonder de nieuwkomer"),
                ),
                ("completed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgerond op")),
                (
                    "completed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "brede intake",
                "verbose_name_plural": "brede intakes",
                "indexes": [
                    models.Index(fields=["case", "-id"], name="intake_of_case"),
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["started_on"],
                        name="open_intakes_by_day",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open")),
                        fields=("case",),
                        name="one_open_intake_a_case",
                        violation_error_message="Er loopt al een brede intake in dit dossier.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("completed_at", None), ("status", "open")),
                            models.Q(
                                ("completed_at__isnull", False),
                                ("private_talk_on__isnull", False),
                                ("status", "afgerond"),
                            ),
                            models.Q(
                                ("completed_at__isnull", False), ("in_absence", True), ("status", "afgerond")
                            ),
                            _connector="OR",
                        ),
                        name="completed_intake_has_moment_and_private_talk",
                        violation_error_message="Een afgeronde intake heeft een datum, en de nieuwkomer is gewezen op het recht om alleen te praten.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeTalk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="talks", to="intake.intake"
                    ),
                ),
                ("held_on", models.DateField(verbose_name="datum")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("kantoor", "Op het gemeentehuis"),
                            ("azc", "In het azc"),
                            ("thuis", "Bij de nieuwkomer thuis"),
                            ("video", "Videobellen"),
                            ("telefoon", "Telefoon"),
                        ],
                        max_length=10,
                        verbose_name="waar",
                    ),
                ),
                ("others", models.CharField(blank=True, max_length=200, verbose_name="wie waren erbij")),
                (
                    "interpreter",
                    models.CharField(
                        choices=[
                            ("aanwezig", "Tolk aanwezig"),
                            ("telefoon", "Tolk per telefoon"),
                            ("video", "Tolk per video"),
                            ("geen", "Geen tolk"),
                        ],
                        max_length=10,
                        verbose_name="tolk",
                    ),
                ),
                (
                    "interpreter_language",
                    models.CharField(blank=True, max_length=60, verbose_name="taal van de tolk"),
                ),
                (
                    "no_interpreter_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="waarom geen tolk"),
                ),
                (
                    "understood",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ja", "Ja, de nieuwkomer kon het zelf zeggen"),
                            ("deels", "Voor een deel, ik heb het nog een keer uitgelegd"),
                            ("nee", "Nee, ik leg het nog een keer uit"),
                        ],
                        max_length=5,
                        verbose_name="was het doel duidelijk",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="verslag afgesloten op"),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "gesprek",
                "verbose_name_plural": "gesprekken",
                "ordering": ["held_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("interpreter", "geen"), _negated=True),
                            models.Q(("no_interpreter_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="talk_without_interpreter_has_reason",
                        violation_error_message="Schrijf op waarom er geen tolk was.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TalkPromise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "talk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promises",
                        to="intake.intaketalk",
                    ),
                ),
                ("text", models.CharField(max_length=1000, verbose_name="wat is toegezegd")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("gemeente", "De gemeente"),
                            ("nieuwkomer", "De nieuwkomer"),
                            ("ander", "Iemand anders, bijvoorbeeld de taalschool"),
                        ],
                        max_length=10,
                        verbose_name="wie doet dit",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="wanneer klaar")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Nog niet afgehandeld"),
                            ("in_pip", "Komt in het PIP"),
                            ("apart", "Apart vastgelegd"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="afhandeling",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="toelichting")),
                ("agreement_id", models.BigIntegerField(blank=True, editable=False, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "toezegging",
                "verbose_name_plural": "toezeggingen",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("talk"),
                        models.F("side"),
                        django.db.models.functions.text.MD5("text"),
                        name="promise_once_a_talk",
                        violation_error_message="Deze toezegging staat al bij dit gesprek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "open"), ("settled_at", None)),
                            models.Q(("outcome", "in_pip"), ("settled_at__isnull", False)),
                            models.Q(
                                ("outcome__in", ["apart", "vervallen"]),
                                ("settled_at__isnull", False),
                                models.Q(("note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="settled_promise_has_moment_and_reason",
                        violation_error_message="Schrijf op waar de toezegging staat, of waarom die vervalt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreement_id", None), ("outcome", "in_pip"), _connector="OR"),
                        name="only_promise_in_pip_has_agreement",
                        violation_error_message="Alleen een toezegging in het PIP hoort bij een afspraak.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="intake.intake",
                    ),
                ),
                ("question", models.CharField(max_length=40, verbose_name="vraag")),
                ("original", models.TextField(blank=True, verbose_name="antwoord")),
                ("original_language", models.CharField(blank=True, max_length=3, verbose_name="taal")),
                ("translation", models.TextField(blank=True, verbose_name="vertaling")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("nieuwkomer", "Nieuwkomer"),
                            ("document", "Document"),
                            ("brp", "BRP"),
                            ("coa", "COA"),
                            ("toets", "Toets"),
                            ("klantmanager", "Klantmanager"),
                        ],
                        default="nieuwkomer",
                        max_length=12,
                        verbose_name="bron",
                    ),
                ),
                ("declined", models.BooleanField(default=False, verbose_name="wilde niet delen")),
                (
                    "updated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gewijzigd op"),
                ),
                ("authors", models.JSONField(default=dict, editable=False)),
            ],
            options={
                "verbose_name": "antwoord",
                "verbose_name_plural": "antwoorden",
                "constraints": [
                    models.UniqueConstraint(fields=("intake", "question"), name="one_answer_a_question")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="answer_of_completed_intake_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT 1 FROM intake_intake WHERE id = OLD.intake_id AND status = 'afgerond'\n    ) THEN\n        RAISE EXCEPTION 'This intake was completed and its answers cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="d0f322d6b75150bd40202b1f6442051c711990fd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_answer_of_completed_intake_never_changes_90d85",
                            table="intake_intakeanswer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_intakeanswerhistory" ("declined", "id", "intake_id", "original", "original_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "source", "translation", "updated_at", "updated_by_id") VALUES (NEW."declined", NEW."id", NEW."intake_id", NEW."original", NEW."original_language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."source", NEW."translation", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                            hash="a6165eef484a7902b8932f1c2634e8299dc19c4c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad64e",
                            table="intake_intakeanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."declined" IS DISTINCT FROM (NEW."declined") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intake_id" IS DISTINCT FROM (NEW."intake_id") OR OLD."original" IS DISTINCT FROM (NEW."original") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."question" IS DISTINCT FROM (NEW."question") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."translation" IS DISTINCT FROM (NEW."translation") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."updated_by_id" IS DISTINCT FROM (NEW."updated_by_id"))',
                            func='INSERT INTO "intake_intakeanswerhistory" ("declined", "id", "intake_id", "original", "original_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "source", "translation", "updated_at", "updated_by_id") VALUES (NEW."declined", NEW."id", NEW."intake_id", NEW."original", NEW."original_language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."source", NEW."translation", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                            hash="27a4ca33c99a9dcb95cf55053a211a1fde680f13",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3bfba",
                            table="intake_intakeanswer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeAnswerHistory",
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
                        to="intake.intakeanswer",
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
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="intake.intake",
                    ),
                ),
                ("question", models.CharField(max_length=40, verbose_name="vraag")),
                ("original", models.TextField(blank=True, verbose_name="antwoord")),
                ("original_language", models.CharField(blank=True, max_length=3, verbose_name="taal")),
                ("translation", models.TextField(blank=True, verbose_name="vertaling")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("nieuwkomer", "Nieuwkomer"),
                            ("document", "Document"),
                            ("brp", "BRP"),
                            ("coa", "COA"),
                            ("toets", "Toets"),
                            ("klantmanager", "Klantmanager"),
                        ],
                        default="nieuwkomer",
                        max_length=12,
                        verbose_name="bron",
                    ),
                ),
                ("declined", models.BooleanField(default=False, verbose_name="wilde niet delen")),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gewijzigd op"),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8deb3eaa211770534e4efb0668d9f10c495c8b24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4aa17",
                            table="intake_intakeanswerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeConflict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts",
                        to="intake.intakeanswer",
                    ),
                ),
                ("part", models.CharField(max_length=20)),
                ("value", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "botsing",
                "verbose_name_plural": "botsingen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)),
                        fields=("answer", "part", "by"),
                        name="one_conflict_a_field_and_user",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CoaHandover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coa_handover",
                        to="cases.case",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="contactpersoon bij COA"),
                ),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("coupled_on", models.DateField(blank=True, null=True, verbose_name="gekoppeld op")),
                ("talk_on", models.DateField(blank=True, null=True, verbose_name="gesprek met COA op")),
                (
                    "newcomer_present",
                    models.BooleanField(blank=True, null=True, verbose_name="was de nieuwkomer erbij"),
                ),
                (
                    "no_talk_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="waarom geen gesprek"),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Nog niet"),
                            ("A0", "Onder A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                        ],
                        max_length=4,
                        verbose_name="taalniveau volgens COA",
                    ),
                ),
                (
                    "preparation",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="voorinburgering: wat is gedaan"
                    ),
                ),
                (
                    "preparation_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(2000)],
                        verbose_name="voorinburgering: uren",
                    ),
                ),
                (
                    "ambition",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="ambitie, zoals verteld bij COA"
                    ),
                ),
                (
                    "region_wish",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="voorkeur voor een regio, en waarom"
                    ),
                ),
                (
                    "region_mismatch",
                    models.BooleanField(
                        default=False, verbose_name="de plaatsing past niet bij de voorkeur of het beroep"
                    ),
                ),
                (
                    "region_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="wat doet u met dat verschil"),
                ),
                ("family", models.CharField(blank=True, max_length=1000, verbose_name="gezinssamenstelling")),
                (
                    "moves",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(50)],
                        verbose_name="aantal verhuizingen in de opvang",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "overdracht van COA",
                "verbose_name_plural": "overdrachten van COA",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("region_mismatch", False),
                            models.Q(("region_wish", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="coa_mismatch_shows_the_wish",
                        violation_error_message="Schrijf op welke regio de nieuwkomer wilde, en waarom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("talk_on__isnull", False),
                            models.Q(("no_talk_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="coa_talk_or_reason",
                        violation_error_message="Vul in wanneer u met COA sprak, of waarom dat niet gebeurde.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_coahandoverhistory" ("ambition", "at", "by_id", "case_id", "contact_email", "contact_name", "contact_phone", "coupled_on", "family", "id", "level", "moves", "newcomer_present", "no_talk_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preparation", "preparation_hours", "region_mismatch", "region_note", "region_wish", "talk_on") VALUES (NEW."ambition", NEW."at", NEW."by_id", NEW."case_id", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."coupled_on", NEW."family", NEW."id", NEW."level", NEW."moves", NEW."newcomer_present", NEW."no_talk_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."preparation", NEW."preparation_hours", NEW."region_mismatch", NEW."region_note", NEW."region_wish", NEW."talk_on"); RETURN NULL;',
                            hash="ffa3e6e221f4f8168e4e15b1a90d49ac351ee320",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4d4fb",
                            table="intake_coahandover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_coahandoverhistory" ("ambition", "at", "by_id", "case_id", "contact_email", "contact_name", "contact_phone", "coupled_on", "family", "id", "level", "moves", "newcomer_present", "no_talk_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preparation", "preparation_hours", "region_mismatch", "region_note", "region_wish", "talk_on") VALUES (NEW."ambition", NEW."at", NEW."by_id", NEW."case_id", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."coupled_on", NEW."family", NEW."id", NEW."level", NEW."moves", NEW."newcomer_present", NEW."no_talk_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."preparation", NEW."preparation_hours", NEW."region_mismatch", NEW."region_note", NEW."region_wish", NEW."talk_on"); RETURN NULL;',
                            hash="1274f25d947d16543b4d95b7af2df45676fc7a83",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_104de",
                            table="intake_coahandover",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CoaHandoverHistory",
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
                        to="intake.coahandover",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="contactpersoon bij COA"),
                ),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("coupled_on", models.DateField(blank=True, null=True, verbose_name="gekoppeld op")),
                ("talk_on", models.DateField(blank=True, null=True, verbose_name="gesprek met COA op")),
                (
                    "newcomer_present",
                    models.BooleanField(blank=True, null=True, verbose_name="was de nieuwkomer erbij"),
                ),
                (
                    "no_talk_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="waarom geen gesprek"),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Nog niet"),
                            ("A0", "Onder A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                        ],
                        max_length=4,
                        verbose_name="taalniveau volgens COA",
                    ),
                ),
                (
                    "preparation",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="voorinburgering: wat is gedaan"
                    ),
                ),
                (
                    "preparation_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(2000)],
                        verbose_name="voorinburgering: uren",
                    ),
                ),
                (
                    "ambition",
                    models.CharField(
                        blank=True, max_length=2000, verbose_name="ambitie, zoals verteld bij COA"
                    ),
                ),
                (
                    "region_wish",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="voorkeur voor een regio, en waarom"
                    ),
                ),
                (
                    "region_mismatch",
                    models.BooleanField(
                        default=False, verbose_name="de plaatsing past niet bij de voorkeur of het beroep"
                    ),
                ),
                (
                    "region_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="wat doet u met dat verschil"),
                ),
                ("family", models.CharField(blank=True, max_length=1000, verbose_name="gezinssamenstelling")),
                (
                    "moves",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(50)],
                        verbose_name="aantal verhuizingen in de opvang",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LbtRegistration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lbt_registration",
                        to="cases.case",
                    ),
                ),
                ("exam_number", models.CharField(blank=True, max_length=12, verbose_name="examennummer")),
                (
                    "exempt_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visueel", "Visuele beperking"),
                            ("auditief", "Auditieve beperking, en de toets kan daardoor niet"),
                        ],
                        max_length=8,
                        verbose_name="grond",
                    ),
                ),
                ("exempt_reason", models.CharField(blank=True, max_length=1000, verbose_name="toelichting")),
                ("exempt_on", models.DateField(blank=True, null=True, verbose_name="ontheffing verleend op")),
                (
                    "exempt_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "aanmelding leerbaarheidstoets",
                "verbose_name_plural": "aanmeldingen leerbaarheidstoets",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("exempt_ground", ""), ("exempt_on", None)),
                            models.Q(
                                models.Q(("exempt_ground", ""), _negated=True),
                                ("exempt_on__isnull", False),
                                models.Q(("exempt_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lbt_exemption_has_ground_date_and_reason",
                        violation_error_message="Een ontheffing heeft een grond, een datum en een toelichting.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LbtVersion",
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
                ("name", models.CharField(max_length=60, verbose_name="versie")),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                (
                    "needed_score",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=5,
                        validators=[django.core.validators.MinValueValidator(Decimal(0))],
                        verbose_name="cesuur: benodigde score voor de B1-route",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="waar staat dit?")),
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
                "verbose_name": "versie van de leerbaarheidstoets",
                "verbose_name_plural": "versies van de leerbaarheidstoets",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "valid_from"),
                        name="one_lbt_version_a_day",
                        violation_error_message="Vanaf deze dag geldt al een versie.",
                    ),
                    models.UniqueConstraint(
                        fields=("gemeente", "name"),
                        name="lbt_version_name_once",
                        violation_error_message="Deze versie staat al in de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("source", ""), _negated=True)
                        ),
                        name="lbt_version_has_name_and_source",
                        violation_error_message="Schrijf op hoe de versie heet, en waar dat staat.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LbtResult",
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
                        related_name="lbt_results",
                        to="cases.case",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("haalbaar", "B1-route haalbaar"),
                            ("niet_haalbaar", "B1-route niet haalbaar"),
                            ("onbekend", "Onbekend"),
                        ],
                        max_length=16,
                        verbose_name="uitslag",
                    ),
                ),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="behaalde score")),
                (
                    "needed_score",
                    models.DecimalField(decimal_places=2, max_digits=5, verbose_name="benodigde score"),
                ),
                (
                    "taken_on",
                    models.DateField(
                        help_text="De dag waarop DUO de uitslag vastlegde.", verbose_name="datum"
                    ),
                ),
                (
                    "received_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen op"),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        help_text="Alleen als iemand haar met de hand koos; anders volgt zij uit de datum.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.lbtversion",
                        verbose_name="versie van de toets",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitslag leerbaarheidstoets",
                "verbose_name_plural": "uitslagen leerbaarheidstoets",
                "ordering": ["-taken_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "taken_on", "result", "score", "needed_score"), name="lbt_result_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillLevel",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "skill",
                    models.CharField(
                        choices=[
                            ("luisteren", "Luisteren"),
                            ("spreken", "Spreken"),
                            ("lezen", "Lezen"),
                            ("schrijven", "Schrijven"),
                        ],
                        max_length=10,
                        verbose_name="vaardigheid",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("geen", "Nog niet"),
                            ("A0", "Onder A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                        ],
                        max_length=4,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("examen", "Examen"),
                            ("toets", "Toets"),
                            ("docent", "Docent"),
                            ("voorinburgering", "Voorinburgering (COA)"),
                            ("werkgever", "Werkgever"),
                            ("klantmanager", "Klantmanager"),
                            ("zelf", "De nieuwkomer zelf"),
                        ],
                        max_length=16,
                        verbose_name="bron",
                    ),
                ),
                ("measured_on", models.DateField(verbose_name="gemeten op")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="opmerking")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
                    ),
                ),
            ],
            options={
                "verbose_name": "meting van taalniveau",
                "verbose_name_plural": "metingen van taalniveau",
                "ordering": ["-measured_on", "-id"],
                "abstract": False,
                "indexes": [models.Index(fields=["case", "-measured_on"], name="levels_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_skilllevel_says_why",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_skilllevelhistory" ("at", "by_id", "case_id", "document_id", "id", "level", "measured_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "removed_at", "removed_by_id", "removed_reason", "skill", "source") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."document_id", NEW."id", NEW."level", NEW."measured_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."skill", NEW."source"); RETURN NULL;',
                            hash="a15c40bc0db2ab4e7e5eca0d8d8f021f51a998d1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_42839",
                            table="intake_skilllevel",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_skilllevelhistory" ("at", "by_id", "case_id", "document_id", "id", "level", "measured_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "removed_at", "removed_by_id", "removed_reason", "skill", "source") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."document_id", NEW."id", NEW."level", NEW."measured_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."skill", NEW."source"); RETURN NULL;',
                            hash="3a0128479548faee8806c9e7fa83db93475e43d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a27dd",
                            table="intake_skilllevel",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillLevelHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.skilllevel",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "skill",
                    models.CharField(
                        choices=[
                            ("luisteren", "Luisteren"),
                            ("spreken", "Spreken"),
                            ("lezen", "Lezen"),
                            ("schrijven", "Schrijven"),
                        ],
                        max_length=10,
                        verbose_name="vaardigheid",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("geen", "Nog niet"),
                            ("A0", "Onder A1"),
                            ("A1", "A1"),
                            ("A2", "A2"),
                            ("B1", "B1"),
                            ("B2", "B2"),
                            ("C1", "C1"),
                        ],
                        max_length=4,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("examen", "Examen"),
                            ("toets", "Toets"),
                            ("docent", "Docent"),
                            ("voorinburgering", "Voorinburgering (COA)"),
                            ("werkgever", "Werkgever"),
                            ("klantmanager", "Klantmanager"),
                            ("zelf", "De nieuwkomer zelf"),
                        ],
                        max_length=16,
                        verbose_name="bron",
                    ),
                ),
                ("measured_on", models.DateField(verbose_name="gemeten op")),
                ("remark", models.CharField(blank=True, max_length=500, verbose_name="opmerking")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ScriptJudgement",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "script",
                    models.CharField(
                        choices=[
                            ("latijns", "Latijns (a, b, c)"),
                            ("arabisch", "Arabisch (ا ب ج), ook Perzisch, Dari, Pasjtoe"),
                            ("geez", "Ge'ez: Tigrinya, Amhaars"),
                            ("cyrillisch", "Cyrillisch (а б в)"),
                            ("chinees", "Chinees"),
                            ("anders", "Een ander schrift"),
                            ("geen", "Nog geen schrift"),
                        ],
                        max_length=12,
                        verbose_name="schrift",
                    ),
                ),
                (
                    "reads",
                    models.CharField(
                        choices=[("goed", "Goed"), ("beetje", "Een beetje"), ("niet", "Nog niet")],
                        max_length=8,
                        verbose_name="leest",
                    ),
                ),
                (
                    "writes",
                    models.CharField(
                        choices=[("goed", "Goed"), ("beetje", "Een beetje"), ("niet", "Nog niet")],
                        max_length=8,
                        verbose_name="schrijft",
                    ),
                ),
                (
                    "judge",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("docent", "Docent"),
                            ("deskundige", "Andere deskundige"),
                        ],
                        max_length=16,
                        verbose_name="wie heeft dit gezien",
                    ),
                ),
                ("judge_name", models.CharField(max_length=100, verbose_name="naam van wie dit zag")),
                ("judged_on", models.DateField(verbose_name="gezien op")),
                (
                    "how",
                    models.CharField(
                        help_text="Bijvoorbeeld: las een brief voor, of de docent zag het in de les.",
                        max_length=1000,
                        verbose_name="hoe is dit gezien",
                    ),
                ),
            ],
            options={
                "verbose_name": "oordeel per schrift",
                "verbose_name_plural": "oordelen per schrift",
                "ordering": ["-judged_on", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_scriptjudgement_says_why",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_scriptjudgementhistory" ("at", "by_id", "case_id", "how", "id", "judge", "judge_name", "judged_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reads", "removed_at", "removed_by_id", "removed_reason", "script", "writes") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."how", NEW."id", NEW."judge", NEW."judge_name", NEW."judged_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reads", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."script", NEW."writes"); RETURN NULL;',
                            hash="1c146678fb5727226db2fca8773f92e371ca135b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_26893",
                            table="intake_scriptjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_scriptjudgementhistory" ("at", "by_id", "case_id", "how", "id", "judge", "judge_name", "judged_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reads", "removed_at", "removed_by_id", "removed_reason", "script", "writes") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."how", NEW."id", NEW."judge", NEW."judge_name", NEW."judged_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reads", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."script", NEW."writes"); RETURN NULL;',
                            hash="52f907ec1dc9ccc0bb765d0eae43ea76012139ee",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_070eb",
                            table="intake_scriptjudgement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScriptJudgementHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.scriptjudgement",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "script",
                    models.CharField(
                        choices=[
                            ("latijns", "Latijns (a, b, c)"),
                            ("arabisch", "Arabisch (ا ب ج), ook Perzisch, Dari, Pasjtoe"),
                            ("geez", "Ge'ez: Tigrinya, Amhaars"),
                            ("cyrillisch", "Cyrillisch (а б в)"),
                            ("chinees", "Chinees"),
                            ("anders", "Een ander schrift"),
                            ("geen", "Nog geen schrift"),
                        ],
                        max_length=12,
                        verbose_name="schrift",
                    ),
                ),
                (
                    "reads",
                    models.CharField(
                        choices=[("goed", "Goed"), ("beetje", "Een beetje"), ("niet", "Nog niet")],
                        max_length=8,
                        verbose_name="leest",
                    ),
                ),
                (
                    "writes",
                    models.CharField(
                        choices=[("goed", "Goed"), ("beetje", "Een beetje"), ("niet", "Nog niet")],
                        max_length=8,
                        verbose_name="schrijft",
                    ),
                ),
                (
                    "judge",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("docent", "Docent"),
                            ("deskundige", "Andere deskundige"),
                        ],
                        max_length=16,
                        verbose_name="wie heeft dit gezien",
                    ),
                ),
                ("judge_name", models.CharField(max_length=100, verbose_name="naam van wie dit zag")),
                ("judged_on", models.DateField(verbose_name="gezien op")),
                (
                    "how",
                    models.CharField(
                        help_text="Bijvoorbeeld: las een brief voor, of de docent zag het in de les.",
                        max_length=1000,
                        verbose_name="hoe is dit gezien",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Diploma",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                ("title", models.CharField(max_length=200, verbose_name="diploma of opleiding")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("geen", "Geen onderwijs"),
                            ("basis", "Basisschool"),
                            ("middelbaar_niet_af", "Middelbare school, niet afgemaakt"),
                            ("middelbaar", "Middelbare school, afgemaakt"),
                            ("beroep", "Beroepsopleiding"),
                            ("hoger_niet_af", "Hogeschool of universiteit, niet afgemaakt"),
                            ("hoger", "Hogeschool of universiteit, afgemaakt"),
                        ],
                        max_length=20,
                        verbose_name="soort opleiding",
                    ),
                ),
                ("country", models.CharField(max_length=100, verbose_name="land")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1930),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                (
                    "papers",
                    models.CharField(
                        choices=[
                            ("met_papieren", "Ja, met papieren"),
                            ("zonder_papieren", "Ja, maar zonder papieren"),
                        ],
                        max_length=16,
                        verbose_name="papieren",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="diploma als document",
                    ),
                ),
                (
                    "valuation",
                    models.CharField(
                        choices=[
                            ("niet", "Nog niet aangevraagd"),
                            ("aangevraagd", "Aangevraagd"),
                            ("gewaardeerd", "Gewaardeerd"),
                            ("niet_mogelijk", "Waardering is niet mogelijk"),
                        ],
                        default="niet",
                        max_length=14,
                        verbose_name="waardering",
                    ),
                ),
                (
                    "valued_by",
                    models.CharField(
                        blank=True,
                        choices=[("idw", "IDW"), ("nuffic", "Nuffic"), ("sbb", "SBB")],
                        max_length=8,
                        verbose_name="gewaardeerd door",
                    ),
                ),
                (
                    "valued_as",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in de waardering staat, bijvoorbeeld: mbo niveau 4.",
                        max_length=200,
                        verbose_name="te vergelijken met",
                    ),
                ),
                ("valued_on", models.DateField(blank=True, null=True, verbose_name="waardering van")),
                (
                    "valuation_document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="waardering als document",
                    ),
                ),
            ],
            options={
                "verbose_name": "diploma",
                "verbose_name_plural": "diploma's",
                "ordering": ["-year", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_diploma_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("valuation", "gewaardeerd"), _negated=True),
                            models.Q(
                                models.Q(("valued_by", ""), _negated=True),
                                models.Q(("valued_as", ""), _negated=True),
                                ("valued_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="valued_diploma_says_by_whom_and_as_what",
                        violation_error_message="Vul bij een gewaardeerd diploma in: door wie, waarmee te vergelijken, en de datum.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_diplomahistory" ("at", "by_id", "case_id", "country", "document_id", "id", "level", "papers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "title", "valuation", "valuation_document_id", "valued_as", "valued_by", "valued_on", "year") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."country", NEW."document_id", NEW."id", NEW."level", NEW."papers", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."title", NEW."valuation", NEW."valuation_document_id", NEW."valued_as", NEW."valued_by", NEW."valued_on", NEW."year"); RETURN NULL;',
                            hash="7a7492a2257654254a28ef88f15f68b1c433d4cf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f94a7",
                            table="intake_diploma",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_diplomahistory" ("at", "by_id", "case_id", "country", "document_id", "id", "level", "papers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "removed_by_id", "removed_reason", "title", "valuation", "valuation_document_id", "valued_as", "valued_by", "valued_on", "year") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."country", NEW."document_id", NEW."id", NEW."level", NEW."papers", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."title", NEW."valuation", NEW."valuation_document_id", NEW."valued_as", NEW."valued_by", NEW."valued_on", NEW."year"); RETURN NULL;',
                            hash="248c5b4778eea423c2828e7cb68b7431c83ce360",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1e6ae",
                            table="intake_diploma",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiplomaHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.diploma",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                ("title", models.CharField(max_length=200, verbose_name="diploma of opleiding")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("geen", "Geen onderwijs"),
                            ("basis", "Basisschool"),
                            ("middelbaar_niet_af", "Middelbare school, niet afgemaakt"),
                            ("middelbaar", "Middelbare school, afgemaakt"),
                            ("beroep", "Beroepsopleiding"),
                            ("hoger_niet_af", "Hogeschool of universiteit, niet afgemaakt"),
                            ("hoger", "Hogeschool of universiteit, afgemaakt"),
                        ],
                        max_length=20,
                        verbose_name="soort opleiding",
                    ),
                ),
                ("country", models.CharField(max_length=100, verbose_name="land")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1930),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                (
                    "papers",
                    models.CharField(
                        choices=[
                            ("met_papieren", "Ja, met papieren"),
                            ("zonder_papieren", "Ja, maar zonder papieren"),
                        ],
                        max_length=16,
                        verbose_name="papieren",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.document",
                        verbose_name="diploma als document",
                    ),
                ),
                (
                    "valuation",
                    models.CharField(
                        choices=[
                            ("niet", "Nog niet aangevraagd"),
                            ("aangevraagd", "Aangevraagd"),
                            ("gewaardeerd", "Gewaardeerd"),
                            ("niet_mogelijk", "Waardering is niet mogelijk"),
                        ],
                        default="niet",
                        max_length=14,
                        verbose_name="waardering",
                    ),
                ),
                (
                    "valued_by",
                    models.CharField(
                        blank=True,
                        choices=[("idw", "IDW"), ("nuffic", "Nuffic"), ("sbb", "SBB")],
                        max_length=8,
                        verbose_name="gewaardeerd door",
                    ),
                ),
                (
                    "valued_as",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in de waardering staat, bijvoorbeeld: mbo niveau 4.",
                        max_length=200,
                        verbose_name="te vergelijken met",
                    ),
                ),
                ("valued_on", models.DateField(blank=True, null=True, verbose_name="waardering van")),
                (
                    "valuation_document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.document",
                        verbose_name="waardering als document",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Child",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                ("name", models.CharField(max_length=100, verbose_name="voornaam")),
                ("born_on", models.DateField(verbose_name="geboren op")),
                (
                    "early_education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gaat", "Gaat al"),
                            ("wil", "Nog niet, maar wil wel"),
                            ("wil_niet", "Nee, en wil niet"),
                            ("te_jong", "Kind is nog te jong"),
                        ],
                        max_length=10,
                        verbose_name="voor- of vroegschool",
                    ),
                ),
                (
                    "place",
                    models.CharField(blank=True, max_length=200, verbose_name="waar is de opvang of school"),
                ),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(300)],
                        verbose_name="reistijd in minuten",
                    ),
                ),
                (
                    "arranged_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ouder", "De ouder zelf"),
                            ("gemeente", "De gemeente"),
                            ("taalschool", "De taalschool"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=10,
                        verbose_name="wie regelt de opvang",
                    ),
                ),
                (
                    "waiting_since",
                    models.DateField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
                ),
            ],
            options={
                "verbose_name": "kind",
                "verbose_name_plural": "kinderen",
                "ordering": ["-born_on", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_child_says_why",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_childhistory" ("arranged_by", "at", "born_on", "by_id", "case_id", "early_education", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "removed_by_id", "removed_reason", "travel_minutes", "waiting_since") VALUES (NEW."arranged_by", NEW."at", NEW."born_on", NEW."by_id", NEW."case_id", NEW."early_education", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."travel_minutes", NEW."waiting_since"); RETURN NULL;',
                            hash="8bf5ac59905c3698606194094bd9e4cdc9c55107",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7702b",
                            table="intake_child",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_childhistory" ("arranged_by", "at", "born_on", "by_id", "case_id", "early_education", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "removed_by_id", "removed_reason", "travel_minutes", "waiting_since") VALUES (NEW."arranged_by", NEW."at", NEW."born_on", NEW."by_id", NEW."case_id", NEW."early_education", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."travel_minutes", NEW."waiting_since"); RETURN NULL;',
                            hash="15a7f11683bae5805693d01bda9b97022d4ed6e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_51b1c",
                            table="intake_child",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.child",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                ("name", models.CharField(max_length=100, verbose_name="voornaam")),
                ("born_on", models.DateField(verbose_name="geboren op")),
                (
                    "early_education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gaat", "Gaat al"),
                            ("wil", "Nog niet, maar wil wel"),
                            ("wil_niet", "Nee, en wil niet"),
                            ("te_jong", "Kind is nog te jong"),
                        ],
                        max_length=10,
                        verbose_name="voor- of vroegschool",
                    ),
                ),
                (
                    "place",
                    models.CharField(blank=True, max_length=200, verbose_name="waar is de opvang of school"),
                ),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(300)],
                        verbose_name="reistijd in minuten",
                    ),
                ),
                (
                    "arranged_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ouder", "De ouder zelf"),
                            ("gemeente", "De gemeente"),
                            ("taalschool", "De taalschool"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=10,
                        verbose_name="wie regelt de opvang",
                    ),
                ),
                (
                    "waiting_since",
                    models.DateField(blank=True, null=True, verbose_name="op de wachtlijst sinds"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WeekSlot",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("werk", "Werk"),
                            ("opvang", "Opvang of voorschool"),
                            ("school", "Basisschool"),
                            ("zorg", "Zorg voor iemand"),
                            ("anders", "Iets anders"),
                        ],
                        max_length=8,
                        verbose_name="wat",
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (1, "Maandag"),
                                (2, "Dinsdag"),
                                (3, "Woensdag"),
                                (4, "Donderdag"),
                                (5, "Vrijdag"),
                                (6, "Zaterdag"),
                                (7, "Zondag"),
                            ]
                        ),
                        size=7,
                        verbose_name="dagen",
                    ),
                ),
                ("starts", models.TimeField(verbose_name="van")),
                (
                    "ends",
                    models.TimeField(
                        help_text="Mag na middernacht zijn, bijvoorbeeld van 22:00 tot 06:00.",
                        verbose_name="tot",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(300)],
                        verbose_name="reistijd in minuten",
                    ),
                ),
            ],
            options={
                "verbose_name": "vaste tijd",
                "verbose_name_plural": "vaste tijden",
                "ordering": ["weekdays", "starts", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_weekslot_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts", models.F("ends")), _negated=True),
                        name="week_slot_takes_time",
                        violation_error_message="De tijd begint en eindigt op hetzelfde moment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekdays__len__gt", 0)),
                        name="week_slot_has_days",
                        violation_error_message="Kies ten minste één dag.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_weekslothistory" ("at", "by_id", "case_id", "ends", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "removed_by_id", "removed_reason", "starts", "travel_minutes", "weekdays") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."ends", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."starts", NEW."travel_minutes", NEW."weekdays"); RETURN NULL;',
                            hash="c23d8917e6309aaadb278259a380bda97444835e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58ade",
                            table="intake_weekslot",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_weekslothistory" ("at", "by_id", "case_id", "ends", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "removed_by_id", "removed_reason", "starts", "travel_minutes", "weekdays") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."ends", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."starts", NEW."travel_minutes", NEW."weekdays"); RETURN NULL;',
                            hash="493bdb6424fff36b932e3c8629e8fa7944ddfa99",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cd5e1",
                            table="intake_weekslot",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WeekSlotHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.weekslot",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("werk", "Werk"),
                            ("opvang", "Opvang of voorschool"),
                            ("school", "Basisschool"),
                            ("zorg", "Zorg voor iemand"),
                            ("anders", "Iets anders"),
                        ],
                        max_length=8,
                        verbose_name="wat",
                    ),
                ),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (1, "Maandag"),
                                (2, "Dinsdag"),
                                (3, "Woensdag"),
                                (4, "Donderdag"),
                                (5, "Vrijdag"),
                                (6, "Zaterdag"),
                                (7, "Zondag"),
                            ]
                        ),
                        size=7,
                        verbose_name="dagen",
                    ),
                ),
                ("starts", models.TimeField(verbose_name="van")),
                (
                    "ends",
                    models.TimeField(
                        help_text="Mag na middernacht zijn, bijvoorbeeld van 22:00 tot 06:00.",
                        verbose_name="tot",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="waar")),
                (
                    "travel_minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(300)],
                        verbose_name="reistijd in minuten",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExtraTest",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "criterion",
                    models.CharField(
                        choices=[
                            ("leerbaarheid", "Leerbaarheid"),
                            ("luisteren", "Nederlands luisteren"),
                            ("spreken", "Nederlands spreken"),
                            ("lezen", "Nederlands lezen"),
                            ("schrijven", "Nederlands schrijven"),
                            ("alfabetisering", "Lezen en schrijven per schrift"),
                            ("opleiding", "Niveau van opleiding"),
                            ("studie", "Studievaardigheden"),
                        ],
                        max_length=16,
                        verbose_name="wat moet blijken",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="welke toets")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        help_text="Verplicht als dit al eerder is gemeten. De nieuwkomer leest dit ook.",
                        max_length=1000,
                        verbose_name="waarom is deze toets nodig",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="gepland op")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="gemaakt op")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="uitslag")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="uitslag als document",
                    ),
                ),
            ],
            options={
                "verbose_name": "gevraagde toets",
                "verbose_name_plural": "gevraagde toetsen",
                "ordering": ["-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None),
                            models.Q(("removed_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="removed_extratest_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("taken_on__isnull", False), _connector="OR"),
                        name="test_with_outcome_was_taken",
                        violation_error_message="Vul bij een uitslag in wanneer de toets is gemaakt.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_extratesthistory" ("at", "by_id", "case_id", "criterion", "document_id", "id", "name", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "purpose", "removed_at", "removed_by_id", "removed_reason", "taken_on") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."criterion", NEW."document_id", NEW."id", NEW."name", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."purpose", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."taken_on"); RETURN NULL;',
                            hash="a93e7069c53fc58940819b320a83554cd6b2308c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48c46",
                            table="intake_extratest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_extratesthistory" ("at", "by_id", "case_id", "criterion", "document_id", "id", "name", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "purpose", "removed_at", "removed_by_id", "removed_reason", "taken_on") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."criterion", NEW."document_id", NEW."id", NEW."name", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."purpose", NEW."removed_at", NEW."removed_by_id", NEW."removed_reason", NEW."taken_on"); RETURN NULL;',
                            hash="a3975a752a2304f8cd7772705bb9d2c4633dd71a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a8836",
                            table="intake_extratest",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtraTestHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="intake.extratest",
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
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "criterion",
                    models.CharField(
                        choices=[
                            ("leerbaarheid", "Leerbaarheid"),
                            ("luisteren", "Nederlands luisteren"),
                            ("spreken", "Nederlands spreken"),
                            ("lezen", "Nederlands lezen"),
                            ("schrijven", "Nederlands schrijven"),
                            ("alfabetisering", "Lezen en schrijven per schrift"),
                            ("opleiding", "Niveau van opleiding"),
                            ("studie", "Studievaardigheden"),
                        ],
                        max_length=16,
                        verbose_name="wat moet blijken",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="welke toets")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        help_text="Verplicht als dit al eerder is gemeten. De nieuwkomer leest dit ook.",
                        max_length=1000,
                        verbose_name="waarom is deze toets nodig",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="gepland op")),
                ("taken_on", models.DateField(blank=True, null=True, verbose_name="gemaakt op")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="uitslag")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.document",
                        verbose_name="uitslag als document",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PreparationSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preparation_sheet",
                        to="cases.case",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="begonnen op"),
                ),
                (
                    "updated_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="gewijzigd op"),
                ),
            ],
            options={
                "verbose_name": "voorbereidingsblad",
                "verbose_name_plural": "voorbereidingsbladen",
            },
        ),
        migrations.CreateModel(
            name="SheetAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="intake.preparationsheet",
                    ),
                ),
                ("question", models.CharField(max_length=40, verbose_name="vraag")),
                ("original", models.TextField(blank=True, verbose_name="antwoord")),
                ("language", models.CharField(blank=True, max_length=3, verbose_name="taal")),
                ("declined", models.BooleanField(default=False, verbose_name="wilde niet vertellen")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "antwoord op het voorbereidingsblad",
                "verbose_name_plural": "antwoorden op het voorbereidingsblad",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "question"),
                        name="one_sheet_answer_a_question",
                        violation_error_message="Deze vraag is al beantwoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "question__in",
                                [
                                    "beroep",
                                    "diploma",
                                    "diploma_richting",
                                    "doelen",
                                    "hoogste_opleiding",
                                    "onderwijs_jaren",
                                    "verwachtingen",
                                    "wensen",
                                    "werk_wens",
                                    "werkervaring_jaren",
                                    "zelfstudie",
                                    "zorgen",
                                ],
                            )
                        ),
                        name="sheet_answer_is_of_the_sheet",
                        violation_error_message="Deze vraag staat niet op het voorbereidingsblad.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("declined", False), ("original", ""), _connector="OR"),
                        name="declined_sheet_answer_is_empty",
                        violation_error_message="Wie iets niet wil vertellen, geeft geen antwoord.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_sheetanswerhistory" ("at", "by_id", "declined", "id", "language", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "sheet_id") VALUES (NEW."at", NEW."by_id", NEW."declined", NEW."id", NEW."language", NEW."original", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."sheet_id"); RETURN NULL;',
                            hash="6ec3aa0b6f3fb3589a66dc0e697a85f2cdd83c2c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8a88e",
                            table="intake_sheetanswer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_sheetanswerhistory" ("at", "by_id", "declined", "id", "language", "original", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "sheet_id") VALUES (NEW."at", NEW."by_id", NEW."declined", NEW."id", NEW."language", NEW."original", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."sheet_id"); RETURN NULL;',
                            hash="eda7bb042764ea9f52f4434a752699feb88a4885",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd74e",
                            table="intake_sheetanswer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetAnswerHistory",
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
                        to="intake.sheetanswer",
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
                    "sheet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="intake.preparationsheet",
                    ),
                ),
                ("question", models.CharField(max_length=40, verbose_name="vraag")),
                ("original", models.TextField(blank=True, verbose_name="antwoord")),
                ("language", models.CharField(blank=True, max_length=3, verbose_name="taal")),
                ("declined", models.BooleanField(default=False, verbose_name="wilde niet vertellen")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SheetRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="intake.preparationsheet",
                    ),
                ),
                (
                    "indicator",
                    models.CharField(
                        choices=[
                            ("werk", "Werk"),
                            ("onderwijs", "Onderwijs"),
                            ("huisvesting", "Wonen"),
                            ("zorg", "Zorg en welzijn"),
                            ("vrije_tijd", "Vrije tijd"),
                            ("sociale_banden", "Sociale banden: familie en mensen met dezelfde achtergrond"),
                            ("sociale_bruggen", "Sociale bruggen: buren en andere Nederlanders"),
                            ("sociale_connecties", "Sociale connecties: contact met instanties"),
                            ("taal", "Taal"),
                            ("cultuur", "Cultuur"),
                            ("digitaal", "Digitale vaardigheden"),
                            ("veiligheid", "Veiligheid"),
                            ("stabiliteit", "Stabiliteit"),
                            ("rechten", "Rechten en verantwoordelijkheden"),
                        ],
                        max_length=20,
                        verbose_name="onderwerp",
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("essentieel", "Essentieel"),
                            ("belangrijk", "Belangrijk"),
                            ("interessant", "Interessant"),
                            ("niet", "Niet belangrijk"),
                            ("wil-niet", "Wilde niet vertellen"),
                        ],
                        max_length=12,
                        verbose_name="hoe belangrijk",
                    ),
                ),
                (
                    "feeling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("groen", "Gaat goed"),
                            ("geel", "Gaat niet goed en niet slecht"),
                            ("rood", "Gaat slecht"),
                            ("wil-niet", "Wilde niet vertellen"),
                        ],
                        max_length=12,
                        verbose_name="hoe gaat het",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "onderwerp op het voorbereidingsblad",
                "verbose_name_plural": "onderwerpen op het voorbereidingsblad",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "indicator"),
                        name="one_rating_an_indicator",
                        violation_error_message="Dit onderwerp is al ingevuld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "indicator__in",
                                [
                                    "werk",
                                    "onderwijs",
                                    "huisvesting",
                                    "zorg",
                                    "vrije_tijd",
                                    "sociale_banden",
                                    "sociale_bruggen",
                                    "sociale_connecties",
                                    "taal",
                                    "cultuur",
                                    "digitaal",
                                    "veiligheid",
                                    "stabiliteit",
                                    "rechten",
                                ],
                            ),
                            (
                                "importance__in",
                                ["", "essentieel", "belangrijk", "interessant", "niet", "wil-niet"],
                            ),
                            ("feeling__in", ["", "groen", "geel", "rood", "wil-niet"]),
                        ),
                        name="rating_is_of_the_lists",
                        violation_error_message="Kies een van de antwoorden.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_sheetratinghistory" ("at", "by_id", "feeling", "id", "importance", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet_id") VALUES (NEW."at", NEW."by_id", NEW."feeling", NEW."id", NEW."importance", NEW."indicator", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sheet_id"); RETURN NULL;',
                            hash="d2bec90be30a858d769c48082e559bb07ce94e16",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1d3a3",
                            table="intake_sheetrating",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_sheetratinghistory" ("at", "by_id", "feeling", "id", "importance", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet_id") VALUES (NEW."at", NEW."by_id", NEW."feeling", NEW."id", NEW."importance", NEW."indicator", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sheet_id"); RETURN NULL;',
                            hash="74034cc65ac67d9ae8f9f59239fce3bcf0440966",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_29fd7",
                            table="intake_sheetrating",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetRatingHistory",
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
                        to="intake.sheetrating",
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
                    "sheet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="intake.preparationsheet",
                    ),
                ),
                (
                    "indicator",
                    models.CharField(
                        choices=[
                            ("werk", "Werk"),
                            ("onderwijs", "Onderwijs"),
                            ("huisvesting", "Wonen"),
                            ("zorg", "Zorg en welzijn"),
                            ("vrije_tijd", "Vrije tijd"),
                            ("sociale_banden", "Sociale banden: familie en mensen met dezelfde achtergrond"),
                            ("sociale_bruggen", "Sociale bruggen: buren en andere Nederlanders"),
                            ("sociale_connecties", "Sociale connecties: contact met instanties"),
                            ("taal", "Taal"),
                            ("cultuur", "Cultuur"),
                            ("digitaal", "Digitale vaardigheden"),
                            ("veiligheid", "Veiligheid"),
                            ("stabiliteit", "Stabiliteit"),
                            ("rechten", "Rechten en verantwoordelijkheden"),
                        ],
                        max_length=20,
                        verbose_name="onderwerp",
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("essentieel", "Essentieel"),
                            ("belangrijk", "Belangrijk"),
                            ("interessant", "Interessant"),
                            ("niet", "Niet belangrijk"),
                            ("wil-niet", "Wilde niet vertellen"),
                        ],
                        max_length=12,
                        verbose_name="hoe belangrijk",
                    ),
                ),
                (
                    "feeling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("groen", "Gaat goed"),
                            ("geel", "Gaat niet goed en niet slecht"),
                            ("rood", "Gaat slecht"),
                            ("wil-niet", "Wilde niet vertellen"),
                        ],
                        max_length=12,
                        verbose_name="hoe gaat het",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PackRecording",
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
                ("part", models.CharField(max_length=20, verbose_name="onderdeel")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("sq", "Albanees"),
                            ("am", "Amhaars"),
                            ("ar", "Arabisch"),
                            ("hy", "Armeens"),
                            ("az", "Azerbeidzjaans"),
                            ("bn", "Bengaals"),
                            ("ber", "Berbers (Tamazight)"),
                            ("zh", "Chinees (Mandarijn)"),
                            ("prs", "Dari"),
                            ("nl", "Nederlands"),
                            ("en", "Engels"),
                            ("fa", "Farsi"),
                            ("fr", "Frans"),
                            ("ka", "Georgisch"),
                            ("hi", "Hindi"),
                            ("id", "Indonesisch"),
                            ("kmr", "Koerdisch (Kurmanji)"),
                            ("ckb", "Koerdisch (Sorani)"),
                            ("ln", "Lingala"),
                            ("om", "Oromo"),
                            ("ps", "Pasjtoe"),
                            ("pl", "Pools"),
                            ("pt", "Portugees"),
                            ("ru", "Russisch"),
                            ("sr", "Servisch, Kroatisch of Bosnisch"),
                            ("sgn", "Gebarentaal"),
                            ("so", "Somalisch"),
                            ("es", "Spaans"),
                            ("sw", "Swahili"),
                            ("ta", "Tamil"),
                            ("th", "Thai"),
                            ("ti", "Tigrinya"),
                            ("tr", "Turks"),
                            ("uk", "Oekraïens"),
                            ("ur", "Urdu"),
                            ("vi", "Vietnamees"),
                        ],
                        max_length=3,
                        verbose_name="taal",
                    ),
                ),
                ("text", models.TextField(verbose_name="voorgelezen tekst")),
                ("speaker", models.CharField(max_length=120, verbose_name="ingesproken door")),
                ("recorded_on", models.DateField(verbose_name="opgenomen op")),
                ("mime", models.CharField(max_length=20)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="toegevoegd door",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="toegevoegd"),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="weggehaald door",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="weggehaald")),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="intake.packrecording",
                    ),
                ),
            ],
            options={
                "verbose_name": "opname van het voorbereidingspakket",
                "verbose_name_plural": "opnamen van het voorbereidingspakket",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("gemeente", "part", "language"),
                        name="one_recording_a_part_and_language",
                        violation_error_message="Voor dit onderdeel en deze taal is al een opname.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "part__in",
                                [
                                    "brede-intake",
                                    "leren-en-werken",
                                    "mensen",
                                    "onderwijs",
                                    "opschrijven",
                                    "pip",
                                    "samenleving",
                                    "voorbereiden",
                                    "wensen",
                                    "werk",
                                    "wonen",
                                    "zorgen",
                                ],
                            )
                        ),
                        name="recording_is_of_the_pack",
                        violation_error_message="Dit onderdeel hoort niet bij het pakket.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mime__in", ("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav")),
                            ("size__gt", 0),
                        ),
                        name="recording_is_sound",
                        violation_error_message="Dit bestand is geen geluid.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="ended_recording_says_by_whom",
                        violation_error_message="Wie een opname weghaalt, staat erbij.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordingSound",
            fields=[
                (
                    "recording",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sound",
                        serialize=False,
                        to="intake.packrecording",
                    ),
                ),
                ("data", models.BinaryField()),
            ],
            options={
                "verbose_name": "geluid van een opname",
                "verbose_name_plural": "geluid van opnamen",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="sound_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="ebf0ebc8a58d631fec62fcc40ab500f7a39f9ac3",
                            operation="UPDATE",
                            pgid="pgtrigger_sound_never_changes_69bd9",
                            table="intake_recordingsound",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Summons",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="summonses", to="cases.case"
                    ),
                ),
                ("ladder", models.PositiveSmallIntegerField(default=1, verbose_name="ladder")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3),
                        ],
                        verbose_name="oproep",
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summonses",
                        to="contact.appointment",
                    ),
                ),
                ("issued_on", models.DateField(verbose_name="opgeroepen op")),
                (
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "is_afterwards",
                    models.BooleanField(default=False, verbose_name="de uitnodiging zelf was de oproep"),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "fine_announced_on",
                    models.DateField(blank=True, null=True, verbose_name="boetebeschikking bekendgemaakt op"),
                ),
                (
                    "no_fine_reason",
                    models.CharField(blank=True, max_length=1000, verbose_name="waarom geen boete"),
                ),
                ("told_as", models.CharField(blank=True, editable=False, max_length=16)),
                (
                    "is_uncooperative",
                    models.BooleanField(default=False, verbose_name="niet genoeg meegewerkt"),
                ),
                (
                    "outcome_note",
                    models.CharField(blank=True, max_length=1000, verbose_name="wat er gebeurde"),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "blame",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verwijtbaar", "Verwijtbaar: deze oproep telt mee"),
                            ("niet-verwijtbaar", "Niet verwijtbaar: deze oproep telt niet mee"),
                        ],
                        max_length=20,
                        verbose_name="oordeel",
                    ),
                ),
                (
                    "blame_reason",
                    models.CharField(blank=True, max_length=1000, verbose_name="waarom dit oordeel"),
                ),
                ("judged_at", models.DateTimeField(editable=False, null=True)),
                (
                    "judged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=1000, verbose_name="waarom ingetrokken"),
                ),
            ],
            options={
                "verbose_name": "oproep",
                "verbose_name_plural": "oproepen",
                "ordering": ["id"],
                "indexes": [models.Index(fields=["case", "-id"], name="summonses_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("appointment",),
                        name="appointment_calls_once",
                        violation_error_message="Voor deze afspraak is al een oproep gestuurd.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None), models.Q(("blame", "niet-verwijtbaar"), _negated=True)
                        ),
                        fields=("case", "ladder", "number"),
                        name="each_summons_once_a_ladder",
                        violation_error_message="Deze oproep is er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 3))),
                        name="at_most_three_summonses",
                        violation_error_message="De wet kent hoogstens drie oproepen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__lt", 3),
                            ("fine_announced_on__isnull", False),
                            models.Q(("no_fine_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="last_summons_has_fine_or_reason",
                        violation_error_message="Vul de dag van de boetebeschikking in, of waarom er geen boete is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("blame", ""), ("judged_at", None)),
                            models.Q(
                                ("judged_at__isnull", False),
                                ("judged_by__isnull", False),
                                models.Q(("blame", ""), _negated=True),
                                models.Q(("blame_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="judged_summons_has_judge_and_reason",
                        violation_error_message="Een oordeel heeft een reden.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_summons_has_reason",
                        violation_error_message="Schrijf op waarom u de oproep intrekt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_uncooperative", False),
                            models.Q(("outcome_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="uncooperative_has_note",
                        violation_error_message="Schrijf op wat er gebeurde.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SummonsReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "summons",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reasons",
                        to="intake.summons",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="reden")),
                ("language", models.CharField(max_length=3, verbose_name="taal")),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("portaal", "In het portaal"),
                            ("gesprek", "In een gesprek"),
                            ("telefoon", "Aan de telefoon"),
                            ("geschreven", "Brief, e-mail of sms"),
                            ("ander", "Via iemand anders"),
                        ],
                        max_length=12,
                        verbose_name="hoe verteld",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "reden van niet komen",
                "verbose_name_plural": "redenen van niet komen",
                "ordering": ["id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="reason_stays_as_said",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9ac3673e754c926c443aea77a2a782ce94575f3c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_reason_stays_as_said_8a97f",
                            table="intake_summonsreason",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SummonsAttempt",
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
                        related_name="summons_attempts",
                        to="cases.case",
                    ),
                ),
                (
                    "summons",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="intake.summons",
                    ),
                ),
                ("on", models.DateField(verbose_name="dag")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("telefoon", "Bellen"),
                            ("huisbezoek", "Langsgaan"),
                            ("sms", "Sms of app"),
                            ("mail", "E-mail"),
                            ("brief", "Brief"),
                            ("ander", "Via iemand anders, bijvoorbeeld de school"),
                        ],
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                ("spoken_to", models.CharField(blank=True, max_length=120, verbose_name="wie")),
                ("is_reached", models.BooleanField(default=False, verbose_name="de nieuwkomer zelf bereikt")),
                ("said", models.CharField(blank=True, max_length=1000, verbose_name="wat is er gezegd")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "poging om te bereiken",
                "verbose_name_plural": "pogingen om te bereiken",
                "ordering": ["on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_reached", False), models.Q(("said", ""), _negated=True), _connector="OR"
                        ),
                        name="reached_newcomer_said_something",
                        violation_error_message="Schrijf op wat de nieuwkomer zei.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IntakeInAbsence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "intake",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absence",
                        to="intake.intake",
                    ),
                ),
                (
                    "summons",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absence",
                        to="intake.summons",
                    ),
                ),
                ("basis", models.TextField(max_length=2000, verbose_name="waar de intake op berust")),
                ("reason", models.TextField(max_length=2000, verbose_name="waarom zonder de nieuwkomer")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "intake in afwezigheid",
                "verbose_name_plural": "intakes in afwezigheid",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="absence_has_basis_and_reason",
                        violation_error_message="Schrijf op waar de intake op berust, en waarom.",
                    )
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
