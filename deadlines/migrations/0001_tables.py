import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.migrations


class Migration(migrations.Migration):
    replaces = [
        ("deadlines", "0001_terms"),
        ("deadlines", "0003_promises_reminders_and_lengthening"),
        ("deadlines", "0005_besluiten_over_doorleren"),
        ("deadlines", "0006_talk_about_school_and_work"),
        ("deadlines", "0007_next_step_talks"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="EquatedDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        error_messages={"unique": "Deze dag staat al in de tabel."},
                        unique=True,
                        verbose_name="dag",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Het koninklijk besluit, met vindplaats.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "gelijkgestelde dag",
                "verbose_name_plural": "gelijkgestelde dagen",
                "ordering": ["day"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("day__iso_week_day__lte", 5)),
                        name="equated_day_is_a_weekday",
                        violation_error_message="Een zaterdag of zondag is al geen werkdag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="equated_day_has_a_source",
                        violation_error_message="Noem het koninklijk besluit waar deze dag in staat.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "deadlines_equateddayhistory" ("added_at", "added_by_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."added_at", NEW."added_by_id", NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="5ee50e78e657fb54b18cf9683a6bedaf53c61006",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a6226",
                            table="deadlines_equatedday",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deadlines_equateddayhistory" ("added_at", "added_by_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."added_at", NEW."added_by_id", NEW."day", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="637243e599349386aa3e8d695b8009b40a7edce1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_76fd6",
                            table="deadlines_equatedday",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "deadlines_equateddayhistory" ("added_at", "added_by_id", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."added_at", OLD."added_by_id", OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                            hash="2e7db0ab19e88d98020c1bb594e7d8bc329cc965",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_91f8e",
                            table="deadlines_equatedday",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EquatedDayHistory",
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
                        to="deadlines.equatedday",
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
                    "day",
                    models.DateField(
                        error_messages={"unique": "Deze dag staat al in de tabel."}, verbose_name="dag"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="Het koninklijk besluit, met vindplaats.",
                        max_length=200,
                        verbose_name="bron",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Deadline",
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
                        related_name="deadlines",
                        to="cases.case",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pip", "PIP vaststellen"),
                            ("pip-na-verhuizing", "PIP vaststellen na verhuizing"),
                            ("nieuwe-oproep", "Meewerken na een boete bij de intake"),
                            ("termijn", "Inburgeringstermijn"),
                            ("pvt", "Participatieverklaringstraject afronden"),
                            ("map", "Module Arbeidsmarkt en Participatie afronden"),
                            ("routewissel", "Wisselen van leerroute"),
                            ("verlenging-vanaf", "Verlenging aanvragen"),
                            ("aanbod", "Inburgeringsaanbod doen"),
                            ("taalschakeltraject", "Taalschakeltraject laten beginnen"),
                            ("schooluren-vanaf", "Uren op school die meetellen"),
                            ("onderbreking", "Onderbreking van de inburgeringsplicht"),
                            ("nieuwe-termijn", "Nieuwe termijn na een boete van DUO"),
                            ("beslissing-vrijstelling", "DUO beslist over vrijstelling"),
                            ("beslissing-ontheffing", "DUO beslist over ontheffing"),
                            ("verklaring-arts", "Verklaring van de arts afgeven"),
                            ("beslissing-verlenging", "DUO beslist over verlenging"),
                            ("beslissing-lening", "DUO beslist over de lening"),
                            ("bezwaar", "Bezwaar maken"),
                            ("beslissing-op-bezwaar", "Beslissen op bezwaar"),
                            ("beroep", "Beroep instellen"),
                            ("aanvraag", "Beslissen op een aanvraag"),
                            ("ingebrekestelling", "Beslissen na een ingebrekestelling"),
                            ("dwangsom", "Dwangsom loopt op"),
                            ("boetebesluit", "Beslissen over een boete"),
                            ("boetebevoegdheid", "Een boete kunnen opleggen"),
                            ("recidive-vanaf", "Eerdere overtredingen die meetellen"),
                            ("betaling", "Boete betalen"),
                            ("aanmaning", "Boete betalen na een aanmaning"),
                            ("verjaring", "Boete kunnen invorderen"),
                            ("ontzorgen", "Financieel ontzorgen"),
                            ("lening-tot", "Recht op de lening"),
                            ("terugbetalen-vanaf", "Lening gaan terugbetalen"),
                            ("terugbetalen-tot", "Lening hebben terugbetaald"),
                            ("bewaren", "Persoonsgegevens vernietigen"),
                            ("bewaren-kern", "Kerngegevens vernietigen"),
                            ("swi-levering", "Gegevens leveren aan het CBS"),
                            ("oproep", "Verschijnen na een oproep"),
                            ("zienswijze", "Zienswijze geven"),
                            ("antwoord-op-verzoek", "Antwoord geven op een verzoek"),
                            ("terugbellen", "Terugbellen"),
                            ("eerste-informatie", "Eerste informatie sturen"),
                            ("klantmanager-aanwezig", "Een klantmanager aanwijzen"),
                            ("kennismaking", "Kennismaken"),
                            ("voortgangsgesprek", "Voortgangsgesprek voeren"),
                            ("perspectiefgesprek", "Gesprek over onderwijs en werk (jongere in de Z-route)"),
                            ("andere-klantmanager", "Antwoord op ‘andere klantmanager’"),
                            ("klacht", "Klacht afhandelen"),
                            ("volgend-bericht", "Volgend bericht sturen"),
                            ("doorleren", "Besluiten over doorleren"),
                            ("vervolgstap", "Vervolgstap bespreken"),
                        ],
                        max_length=32,
                        verbose_name="soort",
                    ),
                ),
                ("about", models.CharField(blank=True, default="", max_length=60, verbose_name="waarover")),
                ("facts", models.JSONField(default=dict, verbose_name="feiten")),
                ("rule_id", models.CharField(blank=True, max_length=16, verbose_name="regel")),
                ("due_on", models.DateField(null=True, verbose_name="uiterlijk op")),
                ("lapses_on", models.DateField(null=True, verbose_name="vervalt na")),
                (
                    "awaits_third_party",
                    models.BooleanField(default=False, verbose_name="wacht op informatie van een ander"),
                ),
                ("next_look_on", models.DateField(null=True, verbose_name="opnieuw bekijken op")),
                ("met_on", models.DateField(null=True, verbose_name="gedaan op")),
                ("stopped_on", models.DateField(null=True, verbose_name="gestopt op")),
                (
                    "stopped_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van stoppen"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "termijn",
                "verbose_name_plural": "termijnen",
                "indexes": [
                    models.Index(
                        condition=models.Q(("met_on", None), ("stopped_on", None)),
                        fields=["due_on"],
                        name="open_deadlines_by_day",
                    ),
                    models.Index(fields=["case", "kind"], name="deadlines_of_case"),
                    models.Index(
                        condition=models.Q(
                            ("met_on", None), ("stopped_on", None), ("next_look_on__isnull", False)
                        ),
                        fields=["next_look_on", "id"],
                        name="open_deadlines_to_look_at",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("met_on", None), ("stopped_on", None)),
                        fields=("case", "kind", "about"),
                        name="one_open_deadline_a_case_and_kind",
                        violation_error_message="Deze termijn loopt al in dit dossier.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "pip",
                                    "pip-na-verhuizing",
                                    "nieuwe-oproep",
                                    "termijn",
                                    "pvt",
                                    "map",
                                    "routewissel",
                                    "verlenging-vanaf",
                                    "aanbod",
                                    "taalschakeltraject",
                                    "schooluren-vanaf",
                                    "onderbreking",
                                    "nieuwe-termijn",
                                    "beslissing-vrijstelling",
                                    "beslissing-ontheffing",
                                    "verklaring-arts",
                                    "beslissing-verlenging",
                                    "beslissing-lening",
                                    "bezwaar",
                                    "beslissing-op-bezwaar",
                                    "beroep",
                                    "aanvraag",
                                    "ingebrekestelling",
                                    "dwangsom",
                                    "boetebesluit",
                                    "boetebevoegdheid",
                                    "recidive-vanaf",
                                    "betaling",
                                    "aanmaning",
                                    "verjaring",
                                    "ontzorgen",
                                    "lening-tot",
                                    "terugbetalen-vanaf",
                                    "terugbetalen-tot",
                                    "bewaren",
                                    "bewaren-kern",
                                    "swi-levering",
                                    "oproep",
                                    "zienswijze",
                                    "antwoord-op-verzoek",
                                    "terugbellen",
                                    "eerste-informatie",
                                    "klantmanager-aanwezig",
                                    "kennismaking",
                                    "voortgangsgesprek",
                                    "perspectiefgesprek",
                                    "andere-klantmanager",
                                    "klacht",
                                    "volgend-bericht",
                                    "doorleren",
                                    "vervolgstap",
                                ],
                            )
                        ),
                        name="deadline_kind_is_known",
                        violation_error_message="Deze soort termijn bestaat niet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("met_on", None), ("stopped_on", None), _connector="OR"),
                        name="deadline_is_met_or_stopped_not_both",
                        violation_error_message="Een termijn die gehaald is, kan niet ook gestopt zijn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stopped_on", None),
                            models.Q(("stopped_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="stopped_deadline_has_a_reason",
                        violation_error_message="Geef een reden waarom de termijn stopt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lapses_on", None), ("lapses_on__gt", models.F("due_on")), _connector="OR"
                        ),
                        name="deadline_lapses_after_it_is_due",
                        violation_error_message="Een termijn vervalt niet vóór de dag waarop wij waarschuwen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ThirdPartyRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="third_party_requests",
                        to="deadlines.deadline",
                    ),
                ),
                ("party", models.CharField(max_length=120, verbose_name="aan wie")),
                ("what", models.CharField(max_length=300, verbose_name="welke informatie")),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                ("received_on", models.DateField(null=True, verbose_name="ontvangen op")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van intrekken"),
                ),
                (
                    "asked_by",
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
                "verbose_name": "vraag aan een ander",
                "verbose_name_plural": "vragen aan anderen",
                "ordering": ["asked_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on", None), ("received_on__gte", models.F("asked_on")), _connector="OR"
                        ),
                        name="information_is_received_after_it_was_asked",
                        violation_error_message="Informatie kan niet ontvangen zijn voordat zij is gevraagd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("party", ""), _negated=True), models.Q(("what", ""), _negated=True)
                        ),
                        name="request_names_party_and_information",
                        violation_error_message="Schrijf op aan wie u welke informatie vroeg.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("R-22a", "Langdurige ziekte"),
                            ("R-22b", "Overlijden van partner of familie"),
                            ("R-22c", "Bevalling"),
                            ("R-22d", "Verblijf in een blijf-van-mijn-lijfhuis"),
                            ("R-22e", "Alfabetiseringscursus"),
                            ("R-22f", "Dakloosheid"),
                            ("R-22g", "Geen inburgeringsaanbod binnen 3 maanden"),
                            ("R-22g-O", "Taalschakeltraject niet begonnen binnen 6 maanden"),
                            ("R-22h", "Vertraging door de cursusinstelling"),
                            ("R-22i", "Bijzondere individuele omstandigheden"),
                            ("R-22j", "Omstandigheden die samen 3 maanden duren"),
                            ("R-23", "Niet-vrijstellende opleiding, beëindigd"),
                            ("R-23-loopt", "Niet-vrijstellende opleiding, loopt nog"),
                            ("R-23-entree", "Entreeopleiding"),
                            ("R-24", "Onderbreking van de plicht"),
                            ("R-25", "Bijna klaar"),
                            ("R-26", "Ambtshalve verlengd door DUO"),
                        ],
                        max_length=16,
                        verbose_name="grond",
                    ),
                ),
                ("starts_on", models.DateField(null=True, verbose_name="vanaf")),
                ("ends_on", models.DateField(null=True, verbose_name="tot en met")),
                ("number", models.PositiveSmallIntegerField(null=True, verbose_name="aantal")),
                ("unit", models.CharField(blank=True, max_length=12, verbose_name="eenheid")),
                ("decided_on", models.DateField(verbose_name="besluit van")),
                ("reason", models.CharField(max_length=300, verbose_name="toelichting")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van intrekken"),
                ),
            ],
            options={
                "verbose_name": "verlenging",
                "verbose_name_plural": "verlengingen",
                "ordering": ["decided_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "ground__in",
                                [
                                    "R-22a",
                                    "R-22b",
                                    "R-22c",
                                    "R-22d",
                                    "R-22e",
                                    "R-22f",
                                    "R-22g",
                                    "R-22g-O",
                                    "R-22h",
                                    "R-22i",
                                    "R-22j",
                                    "R-23",
                                    "R-23-loopt",
                                    "R-23-entree",
                                    "R-24",
                                    "R-25",
                                    "R-26",
                                ],
                            )
                        ),
                        name="extension_has_a_known_ground",
                        violation_error_message="Deze grond voor verlenging bestaat niet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="extension_ends_after_it_starts",
                        violation_error_message="De laatste dag van de verlenging ligt vóór de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("unit", "")),
                            models.Q(
                                ("number__gte", 1),
                                ("unit__in", ["dagen", "werkdagen", "weken", "maanden", "jaar"]),
                            ),
                            _connector="OR",
                        ),
                        name="extension_length_has_number_and_unit",
                        violation_error_message="Geef bij een lengte zowel het aantal als de eenheid.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="extension_has_a_reason",
                        violation_error_message="Schrijf op waarom de termijn langer wordt.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suspensions",
                        to="deadlines.deadline",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="vanaf")),
                ("until_on", models.DateField(null=True, verbose_name="tot en met")),
                ("reason", models.CharField(max_length=300, verbose_name="toelichting")),
                ("article", models.CharField(blank=True, max_length=80, verbose_name="artikel")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="reden van intrekken"),
                ),
            ],
            options={
                "verbose_name": "opschorting",
                "verbose_name_plural": "opschortingen",
                "ordering": ["from_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="suspension_ends_after_it_starts",
                        violation_error_message="De laatste dag van de opschorting ligt vóór de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="suspension_has_a_reason",
                        violation_error_message="Schrijf op waarom de termijn stilstaat.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None), ("withdrawn_reason", "")),
                        fields=("deadline",),
                        name="one_running_suspension_a_deadline",
                        violation_error_message="Deze termijn staat al stil.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PromiseTerm",
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
                        related_name="promise_terms",
                        to="accounts.gemeente",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pip", "PIP vaststellen"),
                            ("pip-na-verhuizing", "PIP vaststellen na verhuizing"),
                            ("nieuwe-oproep", "Meewerken na een boete bij de intake"),
                            ("termijn", "Inburgeringstermijn"),
                            ("pvt", "Participatieverklaringstraject afronden"),
                            ("map", "Module Arbeidsmarkt en Participatie afronden"),
                            ("routewissel", "Wisselen van leerroute"),
                            ("verlenging-vanaf", "Verlenging aanvragen"),
                            ("aanbod", "Inburgeringsaanbod doen"),
                            ("taalschakeltraject", "Taalschakeltraject laten beginnen"),
                            ("schooluren-vanaf", "Uren op school die meetellen"),
                            ("onderbreking", "Onderbreking van de inburgeringsplicht"),
                            ("nieuwe-termijn", "Nieuwe termijn na een boete van DUO"),
                            ("beslissing-vrijstelling", "DUO beslist over vrijstelling"),
                            ("beslissing-ontheffing", "DUO beslist over ontheffing"),
                            ("verklaring-arts", "Verklaring van de arts afgeven"),
                            ("beslissing-verlenging", "DUO beslist over verlenging"),
                            ("beslissing-lening", "DUO beslist over de lening"),
                            ("bezwaar", "Bezwaar maken"),
                            ("beslissing-op-bezwaar", "Beslissen op bezwaar"),
                            ("beroep", "Beroep instellen"),
                            ("aanvraag", "Beslissen op een aanvraag"),
                            ("ingebrekestelling", "Beslissen na een ingebrekestelling"),
                            ("dwangsom", "Dwangsom loopt op"),
                            ("boetebesluit", "Beslissen over een boete"),
                            ("boetebevoegdheid", "Een boete kunnen opleggen"),
                            ("recidive-vanaf", "Eerdere overtredingen die meetellen"),
                            ("betaling", "Boete betalen"),
                            ("aanmaning", "Boete betalen na een aanmaning"),
                            ("verjaring", "Boete kunnen invorderen"),
                            ("ontzorgen", "Financieel ontzorgen"),
                            ("lening-tot", "Recht op de lening"),
                            ("terugbetalen-vanaf", "Lening gaan terugbetalen"),
                            ("terugbetalen-tot", "Lening hebben terugbetaald"),
                            ("bewaren", "Persoonsgegevens vernietigen"),
                            ("bewaren-kern", "Kerngegevens vernietigen"),
                            ("swi-levering", "Gegevens leveren aan het CBS"),
                            ("oproep", "Verschijnen na een oproep"),
                            ("zienswijze", "Zienswijze geven"),
                            ("antwoord-op-verzoek", "Antwoord geven op een verzoek"),
                            ("terugbellen", "Terugbellen"),
                            ("eerste-informatie", "Eerste informatie sturen"),
                            ("klantmanager-aanwezig", "Een klantmanager aanwijzen"),
                            ("kennismaking", "Kennismaken"),
                            ("voortgangsgesprek", "Voortgangsgesprek voeren"),
                            ("perspectiefgesprek", "Gesprek over onderwijs en werk (jongere in de Z-route)"),
                            ("andere-klantmanager", "Antwoord op ‘andere klantmanager’"),
                            ("klacht", "Klacht afhandelen"),
                            ("volgend-bericht", "Volgend bericht sturen"),
                            ("doorleren", "Besluiten over doorleren"),
                            ("vervolgstap", "Vervolgstap bespreken"),
                        ],
                        max_length=32,
                        verbose_name="toezegging",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="aantal")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("dagen", "dagen"),
                            ("werkdagen", "werkdagen"),
                            ("weken", "weken"),
                            ("maanden", "maanden"),
                            ("jaar", "jaar"),
                        ],
                        max_length=12,
                        verbose_name="eenheid",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "termijn van een toezegging",
                "verbose_name_plural": "termijnen van toezeggingen",
                "ordering": ["-valid_from", "-id"],
                "indexes": [
                    models.Index(
                        fields=["gemeente", "kind", "-valid_from", "-id"], name="promise_term_in_force"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "antwoord-op-verzoek",
                                    "terugbellen",
                                    "eerste-informatie",
                                    "klantmanager-aanwezig",
                                    "kennismaking",
                                    "voortgangsgesprek",
                                    "perspectiefgesprek",
                                    "andere-klantmanager",
                                    "klacht",
                                    "volgend-bericht",
                                    "doorleren",
                                    "vervolgstap",
                                    "oproep",
                                    "zienswijze",
                                ],
                            )
                        ),
                        name="promise_term_is_of_a_promise",
                        violation_error_message="Deze termijn staat in de wet: de gemeente kiest hem niet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 400))),
                        name="promise_term_is_not_empty_or_endless",
                        violation_error_message="Kies een aantal van 1 tot en met 400.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit__in", ["dagen", "werkdagen", "weken", "maanden", "jaar"])),
                        name="promise_term_has_a_known_unit",
                        violation_error_message="Deze eenheid bestaat niet.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("klantmanager", "Klantmanager"),
                            ("teamleider", "Teamleider"),
                            ("inburgeraar", "Inburgeraar"),
                            ("beheerder", "Functioneel beheerder"),
                        ],
                        max_length=16,
                        verbose_name="aan",
                    ),
                ),
                ("rung", models.SmallIntegerField(verbose_name="dagen na de laatste dag")),
                ("due_on", models.DateField(verbose_name="herinnerd aan")),
                ("given_on", models.DateField(verbose_name="op")),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.caseevent"
                    ),
                ),
            ],
            options={
                "verbose_name": "herinnering",
                "verbose_name_plural": "herinneringen",
                "ordering": ["given_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deadline", "audience", "rung", "due_on"),
                        name="reminder_once_a_rung",
                        violation_error_message="Deze herinnering is al gegeven.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("audience__in", ["klantmanager", "teamleider", "inburgeraar", "beheerder"])
                        ),
                        name="reminder_has_a_known_audience",
                        violation_error_message="Deze ontvanger bestaat niet.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("beat", "Planner van taken"),
                            ("worker", "Uitvoerder van taken"),
                            ("sweep", "Ronde langs de termijnen"),
                        ],
                        max_length=8,
                        unique=True,
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="laatst gezien op"),
                ),
                ("figures", models.JSONField(default=dict, verbose_name="cijfers")),
            ],
            options={
                "verbose_name": "hartslag",
                "verbose_name_plural": "hartslagen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["beat", "worker", "sweep"])),
                        name="heartbeat_is_of_a_known_part",
                        violation_error_message="Dit onderdeel bestaat niet.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecomputeRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField(auto_now_add=True, verbose_name="begonnen op")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="klaar op")),
                ("reason", models.CharField(max_length=200, verbose_name="reden")),
                (
                    "also_reminded",
                    models.BooleanField(default=False, verbose_name="ook waar al herinnerd is"),
                ),
                ("cursor", models.BigIntegerField(default=0, verbose_name="laatste dossier")),
                ("cases", models.PositiveIntegerField(default=0, verbose_name="dossiers gedaan")),
                (
                    "moved",
                    models.PositiveIntegerField(default=0, verbose_name="termijnen met een andere dag"),
                ),
            ],
            options={
                "verbose_name": "herberekening",
                "verbose_name_plural": "herberekeningen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("finished_at",),
                        name="one_recompute_run_at_a_time",
                        nulls_distinct=False,
                        violation_error_message="Er loopt al een herberekening.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldBack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_back",
                        to="deadlines.recomputerun",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="deadlines.deadline"
                    ),
                ),
                ("due_on_before", models.DateField(null=True, verbose_name="dag die is genoemd")),
                ("due_on_after", models.DateField(null=True, verbose_name="dag volgens de regel van nu")),
                ("why", models.CharField(max_length=300, verbose_name="waarom")),
            ],
            options={
                "verbose_name": "aangehouden termijn",
                "verbose_name_plural": "aangehouden termijnen",
                "constraints": [
                    models.UniqueConstraint(fields=("run", "deadline"), name="held_back_once_a_run")
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
