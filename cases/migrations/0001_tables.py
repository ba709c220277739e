import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.encryption
import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0002_person_sound_keys"),
        ("cases", "0003_case_has_klantmanager"),
        ("cases", "0004_find_who_died"),
        ("cases", "0005_find_email"),
        ("cases", "0006_parked_events"),
        ("cases", "0007_kept_as_made"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.UnaccentExtension(),
        django.contrib.postgres.operations.BtreeGistExtension(),
        migrations.CreateModel(
            name="Country",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot")),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Nationality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot")),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                ("new_code", models.CharField(blank=True, max_length=4, verbose_name="nieuwe code")),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResidencePermit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="omschrijving")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot")),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bsn", inburgering.kit.encryption.EncryptedTextField(blank=True, default="")),
                (
                    "bsn_index",
                    models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
                ),
                (
                    "v_number",
                    models.BigIntegerField(blank=True, null=True, unique=True, verbose_name="V-nummer"),
                ),
                ("first_names", models.CharField(blank=True, max_length=200, verbose_name="voornamen")),
                ("prefix", models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel")),
                ("last_name", models.CharField(max_length=200, verbose_name="achternaam")),
                ("search_name", models.CharField(editable=False, max_length=450)),
                (
                    "sound_keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, editable=False, size=None
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        choices=[("M", "Man"), ("V", "Vrouw"), ("O", "Onbekend")],
                        default="O",
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1850),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="geboortejaar",
                    ),
                ),
                (
                    "birth_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortemaand"),
                ),
                (
                    "birth_day",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortedag"),
                ),
                ("birth_place", models.CharField(blank=True, max_length=200, verbose_name="geboorteplaats")),
                (
                    "birth_country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.country",
                        verbose_name="geboorteland",
                    ),
                ),
                (
                    "residence_permit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.residencepermit",
                        verbose_name="verblijfstitel",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("interpreter_needed", models.BooleanField(blank=True, null=True, verbose_name="tolk nodig")),
                (
                    "interpreter_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van de tolk"),
                ),
                (
                    "secret_address",
                    models.BooleanField(default=False, verbose_name="geheimhouding in de BRP"),
                ),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="overleden op")),
                (
                    "nationalities",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="cases.nationality", verbose_name="nationaliteiten"
                    ),
                ),
            ],
            options={
                "verbose_name": "persoon",
                "verbose_name_plural": "personen",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_name"], name="person_search_name", opclasses=["gin_trgm_ops"]
                    ),
                    django.contrib.postgres.indexes.GinIndex(fields=["sound_keys"], name="person_sound_keys"),
                    models.Index(
                        condition=models.Q(("phone", ""), _negated=True),
                        fields=["phone"],
                        name="person_phone",
                    ),
                    models.Index(django.db.models.functions.text.Lower("email"), name="person_email"),
                    models.Index(
                        condition=models.Q(("died_on__isnull", False)), fields=["died_on"], name="person_died"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("birth_day", None), ("birth_month__isnull", False), _connector="OR"),
                            models.Q(("birth_month", None), ("birth_year__isnull", False), _connector="OR"),
                        ),
                        name="person_birth_day_needs_month_and_year",
                        violation_error_message="Een geboortedag kan niet zonder maand, en een maand niet zonder jaar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("birth_month", None), ("birth_month__range", (1, 12)), _connector="OR"),
                            models.Q(("birth_day", None), ("birth_day__range", (1, 31)), _connector="OR"),
                        ),
                        name="person_birth_month_and_day_exist",
                        violation_error_message="Deze geboortedatum bestaat niet.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_personhistory" ("birth_country_id", "birth_day", "birth_month", "birth_place", "birth_year", "bsn", "bsn_index", "died_on", "email", "first_names", "gender", "id", "interpreter_language", "interpreter_needed", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "prefix", "residence_permit_id", "secret_address", "v_number") VALUES (NEW."birth_country_id", NEW."birth_day", NEW."birth_month", NEW."birth_place", NEW."birth_year", NEW."bsn", NEW."bsn_index", NEW."died_on", NEW."email", NEW."first_names", NEW."gender", NEW."id", NEW."interpreter_language", NEW."interpreter_needed", NEW."last_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."prefix", NEW."residence_permit_id", NEW."secret_address", NEW."v_number"); RETURN NULL;',
                            hash="a9d09c3c0c78d830a873bd66507f6d9964da9245",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eb0b4",
                            table="cases_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."birth_country_id" IS DISTINCT FROM (NEW."birth_country_id") OR OLD."birth_day" IS DISTINCT FROM (NEW."birth_day") OR OLD."birth_month" IS DISTINCT FROM (NEW."birth_month") OR OLD."birth_place" IS DISTINCT FROM (NEW."birth_place") OR OLD."birth_year" IS DISTINCT FROM (NEW."birth_year") OR OLD."bsn" IS DISTINCT FROM (NEW."bsn") OR OLD."bsn_index" IS DISTINCT FROM (NEW."bsn_index") OR OLD."died_on" IS DISTINCT FROM (NEW."died_on") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_names" IS DISTINCT FROM (NEW."first_names") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpreter_language" IS DISTINCT FROM (NEW."interpreter_language") OR OLD."interpreter_needed" IS DISTINCT FROM (NEW."interpreter_needed") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."residence_permit_id" IS DISTINCT FROM (NEW."residence_permit_id") OR OLD."secret_address" IS DISTINCT FROM (NEW."secret_address") OR OLD."v_number" IS DISTINCT FROM (NEW."v_number"))',
                            func='INSERT INTO "cases_personhistory" ("birth_country_id", "birth_day", "birth_month", "birth_place", "birth_year", "bsn", "bsn_index", "died_on", "email", "first_names", "gender", "id", "interpreter_language", "interpreter_needed", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "prefix", "residence_permit_id", "secret_address", "v_number") VALUES (NEW."birth_country_id", NEW."birth_day", NEW."birth_month", NEW."birth_place", NEW."birth_year", NEW."bsn", NEW."bsn_index", NEW."died_on", NEW."email", NEW."first_names", NEW."gender", NEW."id", NEW."interpreter_language", NEW."interpreter_needed", NEW."last_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."prefix", NEW."residence_permit_id", NEW."secret_address", NEW."v_number"); RETURN NULL;',
                            hash="bb0a50a166bec230a4120f0196d76e341112688b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6804f",
                            table="cases_person",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonHistory",
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
                        to="cases.person",
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
                ("bsn", inburgering.kit.encryption.EncryptedTextField(blank=True, default="")),
                ("bsn_index", models.CharField(blank=True, editable=False, max_length=64, null=True)),
                ("v_number", models.BigIntegerField(blank=True, null=True, verbose_name="V-nummer")),
                ("first_names", models.CharField(blank=True, max_length=200, verbose_name="voornamen")),
                ("prefix", models.CharField(blank=True, max_length=20, verbose_name="voorvoegsel")),
                ("last_name", models.CharField(max_length=200, verbose_name="achternaam")),
                (
                    "gender",
                    models.CharField(
                        choices=[("M", "Man"), ("V", "Vrouw"), ("O", "Onbekend")],
                        default="O",
                        max_length=1,
                        verbose_name="geslacht",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1850),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="geboortejaar",
                    ),
                ),
                (
                    "birth_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortemaand"),
                ),
                (
                    "birth_day",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="geboortedag"),
                ),
                ("birth_place", models.CharField(blank=True, max_length=200, verbose_name="geboorteplaats")),
                (
                    "birth_country",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.country",
                        verbose_name="geboorteland",
                    ),
                ),
                (
                    "residence_permit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.residencepermit",
                        verbose_name="verblijfstitel",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("interpreter_needed", models.BooleanField(blank=True, null=True, verbose_name="tolk nodig")),
                (
                    "interpreter_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van de tolk"),
                ),
                (
                    "secret_address",
                    models.BooleanField(default=False, verbose_name="geheimhouding in de BRP"),
                ),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="overleden op")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="languages",
                        to="cases.person",
                    ),
                ),
                ("code", models.CharField(max_length=3, verbose_name="taal")),
                ("speaks", models.BooleanField(default=True, verbose_name="spreekt")),
                ("reads", models.BooleanField(default=False, verbose_name="leest")),
                ("writes", models.BooleanField(default=False, verbose_name="schrijft")),
                ("preferred", models.BooleanField(default=False, verbose_name="voorkeur")),
            ],
            options={
                "verbose_name": "taal",
                "verbose_name_plural": "talen",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "code"), name="person_language_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("preferred", True)),
                        fields=("person",),
                        name="person_prefers_one_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Household",
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
                ("address_line", models.CharField(blank=True, max_length=200, verbose_name="adres")),
                (
                    "postcode_place",
                    models.CharField(blank=True, max_length=120, verbose_name="postcode en plaats"),
                ),
            ],
            options={
                "verbose_name": "huishouden",
                "verbose_name_plural": "huishoudens",
            },
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="cases.household",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="household_memberships",
                        to="cases.person",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("partner", "Partner"),
                            ("kind", "Kind"),
                            ("ouder", "Ouder"),
                            ("anders", "Anders"),
                        ],
                        default="anders",
                        max_length=8,
                        verbose_name="relatie",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="sinds")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot")),
            ],
            options={
                "verbose_name": "lid van huishouden",
                "verbose_name_plural": "leden van huishouden",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("household", "person"),
                        name="household_member_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="household_member_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        editable=False, max_length=12, unique=True, verbose_name="dossiernummer"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="cases.person"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="accounts.team"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asielstatushouder", "Asielstatushouder"),
                            ("gezinsmigrant", "Gezinsmigrant of overige migrant"),
                        ],
                        max_length=20,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("gesloten", "Gesloten")],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("duo", "Bericht van DUO"),
                            ("coa", "Koppeling door COA"),
                            ("verhuizing", "Verhuizing uit een andere gemeente"),
                            ("hand", "Met de hand gemaakt"),
                        ],
                        max_length=12,
                        verbose_name="herkomst",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="geopend op")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                (
                    "closed_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van sluiten"),
                ),
                (
                    "duty_from",
                    models.DateField(blank=True, null=True, verbose_name="inburgeringsplichtig vanaf"),
                ),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="kennisgeving van DUO")),
                (
                    "brp_registered_on",
                    models.DateField(blank=True, null=True, verbose_name="ingeschreven in deze gemeente"),
                ),
                ("in_coa", models.BooleanField(default=False, verbose_name="verblijft bij COA")),
                ("has_klantmanager", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["team", "opened_on", "id"],
                        name="open_case_of_team",
                    ),
                    models.Index(fields=["gemeente", "status"], name="case_of_gemeente"),
                    models.Index(
                        condition=models.Q(("has_klantmanager", False), ("status", "open")),
                        fields=["team", "opened_on"],
                        name="case_without_klantmanager",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open")),
                        fields=("person", "gemeente"),
                        name="one_open_case_a_person_and_gemeente",
                        violation_error_message="Er is al een open dossier van deze persoon.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("status", "open")),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("status", "gesloten"),
                                models.Q(("closed_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="closed_case_has_date_and_reason",
                        violation_error_message="Een gesloten dossier heeft een datum en een reden.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_casehistory" ("brp_registered_on", "closed_on", "closed_reason", "duty_from", "gemeente_id", "group", "id", "in_coa", "notified_on", "number", "opened_on", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "team_id") VALUES (NEW."brp_registered_on", NEW."closed_on", NEW."closed_reason", NEW."duty_from", NEW."gemeente_id", NEW."group", NEW."id", NEW."in_coa", NEW."notified_on", NEW."number", NEW."opened_on", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."team_id"); RETURN NULL;',
                            hash="73b2055a45608f15694fcf6f5c4b5c7ca89ba5a5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b483",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."brp_registered_on" IS DISTINCT FROM (NEW."brp_registered_on") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."closed_reason" IS DISTINCT FROM (NEW."closed_reason") OR OLD."duty_from" IS DISTINCT FROM (NEW."duty_from") OR OLD."gemeente_id" IS DISTINCT FROM (NEW."gemeente_id") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_coa" IS DISTINCT FROM (NEW."in_coa") OR OLD."notified_on" IS DISTINCT FROM (NEW."notified_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id"))',
                            func='INSERT INTO "cases_casehistory" ("brp_registered_on", "closed_on", "closed_reason", "duty_from", "gemeente_id", "group", "id", "in_coa", "notified_on", "number", "opened_on", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "team_id") VALUES (NEW."brp_registered_on", NEW."closed_on", NEW."closed_reason", NEW."duty_from", NEW."gemeente_id", NEW."group", NEW."id", NEW."in_coa", NEW."notified_on", NEW."number", NEW."opened_on", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."team_id"); RETURN NULL;',
                            hash="d00c37bc61a60f67fa4b96e86c76c5a58bb85e78",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f5146",
                            table="cases_case",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseHistory",
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
                        to="cases.case",
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
                ("number", models.CharField(editable=False, max_length=12, verbose_name="dossiernummer")),
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
                    "gemeente",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.team",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asielstatushouder", "Asielstatushouder"),
                            ("gezinsmigrant", "Gezinsmigrant of overige migrant"),
                        ],
                        max_length=20,
                        verbose_name="doelgroep",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("gesloten", "Gesloten")],
                        default="open",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("duo", "Bericht van DUO"),
                            ("coa", "Koppeling door COA"),
                            ("verhuizing", "Verhuizing uit een andere gemeente"),
                            ("hand", "Met de hand gemaakt"),
                        ],
                        max_length=12,
                        verbose_name="herkomst",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="geopend op")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                (
                    "closed_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van sluiten"),
                ),
                (
                    "duty_from",
                    models.DateField(blank=True, null=True, verbose_name="inburgeringsplichtig vanaf"),
                ),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="kennisgeving van DUO")),
                (
                    "brp_registered_on",
                    models.DateField(blank=True, null=True, verbose_name="ingeschreven in deze gemeente"),
                ),
                ("in_coa", models.BooleanField(default=False, verbose_name="verblijft bij COA")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="cases.case",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("klantmanager", "Klantmanager"), ("vervanger", "Vervanger")],
                        default="klantmanager",
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("starts_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="vanaf")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reden")),
            ],
            options={
                "verbose_name": "toewijzing",
                "verbose_name_plural": "toewijzingen",
                "indexes": [
                    models.Index(
                        condition=models.Q(("ends_at", None)),
                        fields=["user", "case"],
                        name="active_assignment_of_user",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at", None), ("kind", "klantmanager")),
                        fields=("case",),
                        name="one_active_klantmanager_a_case",
                        violation_error_message="Een dossier heeft precies één klantmanager.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at", None)),
                        fields=("case", "user"),
                        name="one_active_assignment_a_user_and_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None), ("ends_at__gte", models.F("starts_at")), _connector="OR"
                        ),
                        name="assignment_ends_after_start",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_assignmenthistory" ("case_id", "ends_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_at", "user_id") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="e62a58eca38e07ab282f034ca32c0cd28b839c8f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7bb6a",
                            table="cases_assignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_assignmenthistory" ("case_id", "ends_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_at", "user_id") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="216ea8e734205ccb307c886eb8837a8e3cdec19a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e4d0",
                            table="cases_assignment",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentHistory",
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
                        to="cases.assignment",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("klantmanager", "Klantmanager"), ("vervanger", "Vervanger")],
                        default="klantmanager",
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("starts_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="vanaf")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="reden")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PurposeAccess",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="purpose_access",
                        to="cases.case",
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
                ("purpose", models.CharField(max_length=300, verbose_name="doel")),
                ("granted_at", models.DateTimeField(auto_now_add=True)),
                ("until", models.DateTimeField()),
            ],
            options={
                "verbose_name": "toegang met doel",
                "verbose_name_plural": "toegang met doel",
                "indexes": [models.Index(fields=["user", "until"], name="purpose_access_of_user")],
            },
        ),
        migrations.CreateModel(
            name="CaseNumber",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "laatste dossiernummer",
                "verbose_name_plural": "laatste dossiernummers",
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="cases.case"
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
                ("kind", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("data", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "gebeurtenis",
                "verbose_name_plural": "gebeurtenissen",
                "indexes": [
                    models.Index(fields=["case", "-at", "-id"], name="events_of_case"),
                    models.Index(fields=["kind", "id"], name="events_of_kind"),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="case_event_is_append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c4220ffe6d3d23916f49ae79bdd5b1fd1dd495ff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_case_event_is_append_only_40465",
                            table="cases_caseevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventDelivery",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="cases.caseevent",
                    ),
                ),
                ("channel", models.CharField(max_length=24)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "aflevering",
                "verbose_name_plural": "afleveringen",
                "constraints": [
                    models.UniqueConstraint(fields=("event", "channel"), name="event_once_a_channel")
                ],
            },
        ),
        migrations.CreateModel(
            name="ParkedEvent",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parked",
                        to="cases.caseevent",
                    ),
                ),
                ("channel", models.CharField(max_length=24)),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="pogingen")),
                (
                    "next_attempt_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="volgende poging"),
                ),
                ("problem", models.CharField(max_length=300, verbose_name="wat er mis is")),
            ],
            options={
                "verbose_name": "vastgelopen gebeurtenis",
                "verbose_name_plural": "vastgelopen gebeurtenissen",
                "indexes": [models.Index(fields=["channel", "next_attempt_at"], name="parked_events_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "channel"), name="parked_once_a_channel")
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="cases.case"
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
                ("at", models.DateTimeField(auto_now_add=True)),
                ("text", models.TextField(max_length=10000, verbose_name="notitie")),
            ],
            options={
                "verbose_name": "notitie",
                "verbose_name_plural": "notities",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="cases.case"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("beschikking", "Beschikking"),
                            ("intake", "Stuk bij de intake"),
                            ("bewijs", "Diploma of bewijs"),
                            ("overig", "Overig"),
                        ],
                        default="overig",
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("filename", models.CharField(max_length=200, verbose_name="bestandsnaam")),
                ("mime", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "visible_to_resident",
                    models.BooleanField(default=False, verbose_name="zichtbaar voor de inwoner"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
                "ordering": ["-created_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "sha256", "title"),
                        name="document_once_a_case",
                        violation_error_message="Dit document staat al in het dossier.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="document_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="12ca9ebab0b2b62ab6f08364567f7be87d3c57fb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_document_never_changes_da951",
                            table="cases_document",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentContent",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="content",
                        serialize=False,
                        to="cases.document",
                    ),
                ),
                ("data", models.BinaryField()),
            ],
            options={
                "verbose_name": "inhoud van document",
                "verbose_name_plural": "inhoud van documenten",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="document_content_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a729501442e1d0b42021145c096362bb035c5496",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_document_content_never_changes_2e4a9",
                            table="cases_documentcontent",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="document_content_is_what_was_counted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF NOT EXISTS (\n        SELECT 1 FROM cases_document\n        WHERE id = NEW.document_id AND sha256 = encode(sha256(NEW.data), 'hex') AND size = length(NEW.data)\n    ) THEN\n        RAISE EXCEPTION 'These bytes are not the document that was kept.';\n    END IF;\n    RETURN NEW;\n",
                            hash="1d296d68e016f039de5d27d67447f1afedbb4488",
                            operation="INSERT",
                            pgid="pgtrigger_document_content_is_what_was_counted_e2329",
                            table="cases_documentcontent",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
