import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import inburgering.kit.migrations
import pip_plans.models.deciding


class Migration(migrations.Migration):
    replaces = [
        ("pip_plans", "0001_start"),
        ("pip_plans", "0002_responses_and_approvals"),
        ("pip_plans", "0003_texts_have_an_end"),
        ("pip_plans", "0004_switches_and_course_hours"),
        ("pip_plans", "0005_decision_beside_the_advice"),
        ("pip_plans", "0006_what_a_plan_says"),
        ("pip_plans", "0007_bezwaren"),
        ("pip_plans", "0008_levels_and_pathways"),
        ("pip_plans", "0009_approvals_about_the_route"),
        ("pip_plans", "0009_letter_texts"),
        ("pip_plans", "0010_criteria_of_the_onderwijsroute"),
        ("pip_plans", "0011_first_lesson"),
        ("pip_plans", "0012_level_of_the_previous_pip"),
        ("pip_plans", "0013_companion"),
        ("pip_plans", "0014_ahead_of_the_plan"),
        ("pip_plans", "0015_texts_of_two_people"),
        ("pip_plans", "0016_translations"),
        ("pip_plans", "0017_what_bridges_a_wait"),
        ("pip_plans", "0018_representatives"),
        ("pip_plans", "0019_representatives_of_before"),
        ("pip_plans", "0020_answers_in_own_language"),
        ("pip_plans", "0021_course_hours_once"),
        ("pip_plans", "0022_kept_as_made"),
        ("pip_plans", "0023_later_versions"),
        ("pip_plans", "0024_approvals_by_mandate"),
        ("pip_plans", "0025_decider"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("accounts", "0001_tables"),
        ("cases", "0001_tables"),
        ("deadlines", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="NextStepTalk",
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
                        related_name="next_step_talks",
                        to="cases.case",
                    ),
                ),
                ("level", models.CharField(max_length=4, verbose_name="gehaald niveau")),
                ("spoken_on", models.DateField(verbose_name="besproken op")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("afgesproken", "Er is een vervolgstap afgesproken"),
                            ("geen", "Er komt geen vervolgstap"),
                        ],
                        max_length=12,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="wat is afgesproken, of waarom niet?",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
            ],
            options={
                "verbose_name": "gesprek over een vervolgstap",
                "verbose_name_plural": "gesprekken over een vervolgstap",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["afgesproken", "geen"]), models.Q(("text", ""), _negated=True)
                        ),
                        name="next_step_talk_has_an_outcome_and_words",
                        violation_error_message="Kies wat eruit kwam, en schrijf op wat of waarom.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="next_step_talk_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2370d793d6708db0aa86b7a336bad2c946a23ad7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_next_step_talk_stays_222e9",
                            table="pip_plans_nextsteptalk",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AheadPeriod",
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
                    "months",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(36),
                        ],
                        verbose_name="maanden",
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
                "verbose_name": "tijd voor op schema",
                "verbose_name_plural": "tijden voor op schema",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "valid_from"),
                        name="one_ahead_period_a_day",
                        violation_error_message="Voor deze dag is al een tijd ingesteld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__range", (1, 36))), name="ahead_period_is_possible"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pip",
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
                        related_name="pip",
                        to="cases.case",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "previous_leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B", "B1-route"),
                            ("O", "Onderwijsroute"),
                            ("Z", "Zelfredzaamheidsroute (Z-route)"),
                        ],
                        max_length=1,
                        verbose_name="leerroute in het vorige PIP",
                    ),
                ),
                (
                    "previous_niveau",
                    models.CharField(
                        blank=True,
                        choices=[("A2", "A2"), ("B1", "B1")],
                        default="",
                        max_length=2,
                        verbose_name="niveau in het vorige PIP",
                    ),
                ),
                (
                    "previous_gemeente",
                    models.CharField(blank=True, max_length=120, verbose_name="vorige gemeente"),
                ),
                (
                    "previous_dated_on",
                    models.DateField(blank=True, null=True, verbose_name="dagtekening van het vorige PIP"),
                ),
                ("first_lesson_on", models.DateField(blank=True, null=True, verbose_name="eerste les")),
            ],
            options={
                "verbose_name": "PIP",
                "verbose_name_plural": "PIP's",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("previous_dated_on", None),
                                ("previous_gemeente", ""),
                                ("previous_leerroute", ""),
                            ),
                            models.Q(
                                ("previous_dated_on__isnull", False),
                                ("previous_leerroute__in", ["B", "O", "Z"]),
                                models.Q(("previous_gemeente", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="previous_pip_is_whole_or_absent",
                        violation_error_message="Vul van het vorige PIP de gemeente, de leerroute en de dagtekening in.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("previous_niveau", ""),
                            models.Q(("previous_leerroute", "B"), ("previous_niveau__in", ["A2", "B1"])),
                            models.Q(("previous_leerroute", "O"), ("previous_niveau", "B1")),
                            models.Q(("previous_leerroute", "Z"), ("previous_niveau", "A2")),
                            _connector="OR",
                        ),
                        name="previous_pip_has_a_level_of_its_route",
                        violation_error_message="Dit niveau kan niet bij de leerroute van het vorige PIP.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="pip_stays_in_its_case",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="b90274d4356c390958847f97ddef570182a66227",
                            operation="UPDATE",
                            pgid="pgtrigger_pip_stays_in_its_case_3195b",
                            table="pip_plans_pip",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="previous_pip_of_established_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."previous_dated_on" IS DISTINCT FROM (NEW."previous_dated_on") OR OLD."previous_gemeente" IS DISTINCT FROM (NEW."previous_gemeente") OR OLD."previous_leerroute" IS DISTINCT FROM (NEW."previous_leerroute") OR OLD."previous_niveau" IS DISTINCT FROM (NEW."previous_niveau"))',
                            func="\n    IF EXISTS (SELECT 1 FROM pip_plans_pipversion WHERE pip_id = OLD.id AND status = 'vastgesteld') THEN\n        RAISE EXCEPTION 'A version of this PIP was established: what it rests on cannot change.';\n    END IF;\n    RETURN NEW;\n",
                            hash="62afcefb8a0fd78e9d12c6be1791da7d87e2e0b1",
                            operation="UPDATE",
                            pgid="pgtrigger_previous_pip_of_established_never_changes_d177b",
                            table="pip_plans_pip",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PipVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="pip_plans.pip",
                        verbose_name="PIP",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "Concept"), ("vastgesteld", "Vastgesteld")],
                        default="concept",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "change_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="waarom verandert het PIP?"),
                ),
                (
                    "switch_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("onvoldoende", "Het gaat minder snel dan verwacht"),
                            ("groter", "Het gaat sneller dan verwacht"),
                            ("opleiding", "Na een opleiding die iemand mocht afmaken (lid 2)"),
                            ("bijzonder", "Er is een bijzondere situatie (lid 3)"),
                        ],
                        max_length=11,
                        verbose_name="waarom mag de leerroute wisselen?",
                    ),
                ),
                (
                    "switch_reason",
                    models.TextField(blank=True, max_length=4000, verbose_name="uitleg bij de wissel"),
                ),
                (
                    "effort",
                    models.TextField(blank=True, max_length=4000, verbose_name="inspanning tot nu toe"),
                ),
                (
                    "leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B", "B1-route"),
                            ("O", "Onderwijsroute"),
                            ("Z", "Zelfredzaamheidsroute (Z-route)"),
                        ],
                        max_length=1,
                        verbose_name="leerroute",
                    ),
                ),
                (
                    "wished_leerroute",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("B", "B1-route"),
                            ("O", "Onderwijsroute"),
                            ("Z", "Zelfredzaamheidsroute (Z-route)"),
                            ("weet_niet", "Weet het nog niet"),
                        ],
                        max_length=9,
                        verbose_name="gewenste leerroute",
                    ),
                ),
                (
                    "wish_difference_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="waarom anders dan de wens?"),
                ),
                (
                    "niveau",
                    models.CharField(
                        blank=True, choices=[("A2", "A2"), ("B1", "B1")], max_length=2, verbose_name="niveau"
                    ),
                ),
                (
                    "intensity_hours",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="intensiteit in uren"),
                ),
                (
                    "alphabetisation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "Ja, leert voor het eerst lezen en schrijven"),
                            ("AA", "Ja, leert het Latijnse schrift (kan al lezen in een ander schrift)"),
                            ("NVT", "Nee, niet nodig"),
                        ],
                        max_length=3,
                        verbose_name="leren lezen en schrijven",
                    ),
                ),
                (
                    "may_finish_education",
                    models.BooleanField(default=False, verbose_name="mag eerst een opleiding afmaken"),
                ),
                ("a2_allowed", models.BooleanField(default=False, verbose_name="mag examen doen op A2")),
                ("knm_allowed", models.BooleanField(default=False, verbose_name="mag examen doen in KNM")),
                (
                    "factors",
                    django.contrib.postgres.fields.ArrayField(
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
                (
                    "motivation",
                    models.TextField(blank=True, max_length=4000, verbose_name="waarom deze leerroute?"),
                ),
                (
                    "motivation_own_language",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="dezelfde uitleg in de eigen taal"
                    ),
                ),
                (
                    "why_not_b",
                    models.TextField(blank=True, max_length=2000, verbose_name="waarom niet de B1-route?"),
                ),
                (
                    "why_not_o",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="waarom niet de onderwijsroute?"
                    ),
                ),
                (
                    "why_not_z",
                    models.TextField(blank=True, max_length=2000, verbose_name="waarom niet de Z-route?"),
                ),
                (
                    "advice",
                    models.JSONField(
                        blank=True, editable=False, null=True, verbose_name="advies over de leerroute"
                    ),
                ),
                (
                    "advice_difference_reason",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="waarom anders dan het advies?"
                    ),
                ),
                (
                    "age_policy",
                    models.TextField(
                        blank=True, editable=False, max_length=2000, verbose_name="beleid over leeftijd"
                    ),
                ),
                (
                    "age_policy_link",
                    models.URLField(
                        blank=True, editable=False, max_length=500, verbose_name="waar staat dit beleid?"
                    ),
                ),
                (
                    "age_policy_document",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="beleid als document",
                    ),
                ),
                ("own_language", models.CharField(blank=True, max_length=3, verbose_name="eigen taal")),
                (
                    "translation_state",
                    models.CharField(
                        choices=[
                            ("ontbreekt", "Nog niet vertaald"),
                            ("automatisch", "Automatisch vertaald, niet nagekeken"),
                            ("gecontroleerd", "Nagekeken door een mens"),
                        ],
                        default="ontbreekt",
                        max_length=13,
                        verbose_name="vertaling",
                    ),
                ),
                (
                    "pvt_hours",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren PVT"),
                ),
                (
                    "map_hours",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="praktijkuren MAP"),
                ),
                (
                    "talks_per_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="voortgangsgesprekken in een jaar"
                    ),
                ),
                (
                    "support",
                    models.TextField(blank=True, max_length=4000, verbose_name="hulp en begeleiding"),
                ),
                (
                    "vve",
                    models.TextField(blank=True, max_length=2000, verbose_name="voorschoolse educatie (VVE)"),
                ),
                (
                    "participation_duties",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="afspraken over meedoen en werk"
                    ),
                ),
                (
                    "perspective",
                    models.TextField(blank=True, max_length=4000, verbose_name="na de inburgering"),
                ),
                (
                    "childcare",
                    models.TextField(blank=True, max_length=2000, verbose_name="opvang van de kinderen"),
                ),
                (
                    "participation",
                    models.CharField(
                        blank=True,
                        choices=[("tegelijk", "Tegelijk met de taal"), ("niet_tegelijk", "Niet tegelijk")],
                        max_length=13,
                        verbose_name="meedoen en taal",
                    ),
                ),
                (
                    "participation_activity",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="wat doet iemand om mee te doen?"
                    ),
                ),
                (
                    "participation_hours",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren in een week"),
                ),
                (
                    "participation_in_dutch",
                    models.BooleanField(default=False, verbose_name="spreekt daar Nederlands"),
                ),
                (
                    "participation_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="waarom niet tegelijk?"),
                ),
                (
                    "benefit",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Ja, bijstand"), ("nee", "Nee")],
                        max_length=3,
                        verbose_name="bijstandsuitkering",
                    ),
                ),
                (
                    "benefit_from",
                    models.DateField(blank=True, null=True, verbose_name="recht op bijstand vanaf"),
                ),
                (
                    "benefit_duties",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        verbose_name="plichten bij de uitkering (Participatiewet)",
                    ),
                ),
                (
                    "relief",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("volledig", "De gemeente betaalt alle vaste kosten"),
                            ("deels", "De gemeente betaalt een deel"),
                            ("volgen", "De nieuwkomer betaalt zelf, de gemeente kijkt mee"),
                            ("niet", "De nieuwkomer betaalt alles zelf"),
                        ],
                        max_length=8,
                        verbose_name="vaste kosten (ontzorgen)",
                    ),
                ),
                (
                    "relief_costs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("huur", "Huur"),
                                ("gas", "Gas"),
                                ("water", "Water"),
                                ("stroom", "Stroom"),
                                ("zorgverzekering", "Zorgverzekering"),
                            ],
                            max_length=15,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kosten die de gemeente betaalt",
                    ),
                ),
                ("relief_from", models.DateField(blank=True, null=True, verbose_name="ontzorgen vanaf")),
                (
                    "relief_until",
                    models.DateField(blank=True, null=True, verbose_name="ontzorgen tot en met"),
                ),
                (
                    "relief_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="uitleg bij het ontzorgen"),
                ),
                (
                    "wished_level",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")],
                        max_length=2,
                        verbose_name="gewenst taalniveau",
                    ),
                ),
                (
                    "needed_level",
                    models.CharField(
                        blank=True,
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")],
                        max_length=2,
                        verbose_name="taalniveau voor het beroep",
                    ),
                ),
                (
                    "needed_level_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("werkgever", "Werkgever"),
                            ("werkcoach", "Werkcoach"),
                            ("wet", "Wet of beroepsregister"),
                            ("opleiding", "School of opleiding"),
                            ("docent", "Docent"),
                            ("nieuwkomer", "De nieuwkomer zelf"),
                        ],
                        max_length=10,
                        verbose_name="wie noemde dat niveau?",
                    ),
                ),
                (
                    "needed_level_by",
                    models.CharField(blank=True, max_length=200, verbose_name="naam bij dat niveau"),
                ),
                (
                    "further_learning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toegezegd", "Ja: de gemeente regelt lessen tot dit niveau"),
                            ("beleid", "Nee: niet toegestaan (beleid)"),
                            ("geen_aanbod", "Nee: geen aanbod"),
                            ("geen_budget", "Nee: geen budget"),
                            ("niet_beslist", "Nog niet beslist"),
                        ],
                        max_length=12,
                        verbose_name="doorleren",
                    ),
                ),
                (
                    "further_learning_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="uitleg over doorleren"),
                ),
                (
                    "further_learning_decide_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="besluit over doorleren uiterlijk op"
                    ),
                ),
                (
                    "target_occupation",
                    models.CharField(blank=True, max_length=200, verbose_name="beroep of doel"),
                ),
                ("next_step", models.TextField(blank=True, max_length=1000, verbose_name="volgende stap")),
                (
                    "next_step_helper",
                    models.CharField(blank=True, max_length=200, verbose_name="wie helpt daarbij?"),
                ),
                (
                    "next_step_on",
                    models.DateField(blank=True, null=True, verbose_name="wanneer is die stap?"),
                ),
                (
                    "study_goal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Geen opleiding"),
                            ("mbo", "Mbo"),
                            ("hbo", "Hbo"),
                            ("wo", "Universiteit"),
                            ("weet_niet", "Weet het nog niet"),
                        ],
                        max_length=9,
                        verbose_name="gewenste opleiding",
                    ),
                ),
                (
                    "pathways",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="wegen na de route",
                    ),
                ),
                (
                    "pathway_reason",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="waarom geen weg na de route?"
                    ),
                ),
                (
                    "study_with_benefit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ja", "Ja, met behoud van uitkering"),
                            ("nee", "Nee"),
                            ("niet_nodig", "Niet nodig: er is geen uitkering"),
                        ],
                        max_length=10,
                        verbose_name="studeren met behoud van uitkering",
                    ),
                ),
                (
                    "study_with_benefit_reason",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="uitleg over studeren en uitkering"
                    ),
                ),
                (
                    "shared_on",
                    models.DateField(blank=True, null=True, verbose_name="gedeeld met de nieuwkomer sinds"),
                ),
                ("shared_hash", models.CharField(blank=True, editable=False, max_length=64)),
                ("is_unilateral", models.BooleanField(default=False, verbose_name="eenzijdig vastgesteld")),
                (
                    "unilateral_reason",
                    models.TextField(blank=True, max_length=4000, verbose_name="waarom zonder akkoord?"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemaakt door",
                    ),
                ),
                ("updated_at", models.DateTimeField(verbose_name="bijgewerkt op")),
                (
                    "updated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bijgewerkt door",
                    ),
                ),
                ("authors", models.JSONField(blank=True, default=dict, editable=False)),
                ("established_on", models.DateField(blank=True, null=True, verbose_name="dagtekening")),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="bekendgemaakt op")),
                (
                    "established_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgesteld door",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="beschikking",
                    ),
                ),
                (
                    "companion",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="uitleg bij de beschikking",
                    ),
                ),
                (
                    "companion_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van de uitleg"),
                ),
                (
                    "without_translation",
                    models.BooleanField(
                        default=False, verbose_name="vastgesteld zonder uitleg in de eigen taal"
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van het PIP",
                "verbose_name_plural": "versies van het PIP",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("pip", "number"), name="pip_version_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")),
                        fields=("pip",),
                        name="one_concept_a_pip",
                        violation_error_message="Er is al een concept van dit PIP.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("announced_on", None),
                                ("document", None),
                                ("established_by", None),
                                ("established_on", None),
                                ("status", "concept"),
                            ),
                            models.Q(
                                ("announced_on__isnull", False),
                                ("document__isnull", False),
                                ("established_by__isnull", False),
                                ("established_on__isnull", False),
                                ("leerroute__in", ["B", "O", "Z"]),
                                ("status", "vastgesteld"),
                            ),
                            _connector="OR",
                        ),
                        name="established_pip_has_route_day_person_and_letter",
                        violation_error_message="Een vastgesteld PIP heeft een leerroute, een dagtekening en een beschikking.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            models.Q(
                                models.Q(("leerroute", "O"), ("niveau", "A2")),
                                models.Q(("leerroute", "Z"), ("niveau", "B1")),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="established_pip_level_fits_route",
                        violation_error_message="Dit niveau kan niet bij deze leerroute.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            ("leerroute", "B"),
                            ("intensity_hours", None),
                            _connector="OR",
                        ),
                        name="established_pip_intensity_only_in_b1_route",
                        violation_error_message="De intensiteit hoort alleen bij de B1-route.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            ("further_learning__in", ["", "toegezegd"]),
                            models.Q(
                                ("further_learning", "niet_beslist"),
                                ("further_learning_decide_on__isnull", False),
                            ),
                            models.Q(
                                ("further_learning__in", ("beleid", "geen_aanbod", "geen_budget")),
                                models.Q(("further_learning_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="established_pip_says_when_or_why_not_about_further_learning",
                        violation_error_message="Schrijf op waarom doorleren niet kan, of wanneer daarover wordt besloten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            ("needed_level", ""),
                            models.Q(("needed_level_source", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="established_pip_says_who_named_the_level",
                        violation_error_message="Kies wie het taalniveau voor het beroep noemde.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            ("relief", ""),
                            models.Q(
                                ("benefit", "ja"),
                                models.Q(
                                    ("relief_from", None),
                                    ("relief_until", None),
                                    ("relief_until__gte", models.F("relief_from")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="established_pip_pays_costs_only_with_benefit_and_in_order",
                        violation_error_message="Ontzorgen hoort bij een bijstandsuitkering en eindigt niet voor het begint.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_unilateral", False), ("unilateral_reason", "")),
                            models.Q(
                                ("is_unilateral", True),
                                ("status", "vastgesteld"),
                                models.Q(("unilateral_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="unilateral_pip_is_established_and_says_why",
                        violation_error_message="Schrijf op waarom het PIP zonder akkoord wordt vastgesteld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("companion", None),
                                ("companion_language", ""),
                                ("without_translation", False),
                            ),
                            models.Q(
                                ("companion__isnull", False),
                                ("status", "vastgesteld"),
                                models.Q(("companion_language", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="companion_has_a_language_and_an_established_pip",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("shared_hash", ""), ("shared_on", None)),
                            models.Q(
                                ("shared_on__isnull", False), models.Q(("shared_hash", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="shared_pip_remembers_its_text",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" = 'vastgesteld')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d036d500d1b4e0ab7f468379daa0fa9842d00b4b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_established_pip_never_changes_13548",
                            table="pip_plans_pipversion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
            bases=(pip_plans.models.deciding.DecisionShown, models.Model),
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="pip_plans.pipversion",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("eenzijdig", "Vaststellen zonder akkoord van de nieuwkomer"),
                            (
                                "lezen_schrijven",
                                "B1-route zonder alfabetisering voor wie nog niet leest en schrijft",
                            ),
                            ("leeftijd", "Beleid van de gemeente over leeftijd"),
                            ("jongere_z", "Jongere in de Z-route"),
                            ("leerroute", "Andere leerroute"),
                            ("afschalen", "Afschalen naar A2"),
                        ],
                        max_length=24,
                        verbose_name="waarvoor",
                    ),
                ),
                (
                    "motivation",
                    models.TextField(
                        max_length=4000,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="waarom?",
                    ),
                ),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gevraagd door",
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="gevraagd")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("goedgekeurd", "Goedgekeurd"),
                            ("afgewezen", "Afgewezen"),
                            ("vervallen", "Vervallen: de tekst veranderde"),
                        ],
                        max_length=11,
                        verbose_name="besluit",
                    ),
                ),
                (
                    "decision_reason",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="toelichting",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="besloten door",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="besloten")),
            ],
            options={
                "verbose_name": "akkoord van de teamleider",
                "verbose_name_plural": "akkoorden van de teamleider",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "")),
                        fields=("version", "ground"),
                        name="one_open_approval_a_version_and_ground",
                        violation_error_message="Dit akkoord is al gevraagd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("decision", "")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("decision__in", ["goedgekeurd", "afgewezen", "vervallen"]),
                            ),
                            _connector="OR",
                        ),
                        name="approval_is_decided_by_somebody_or_not_at_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            ("decision", "vervallen"),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_what_he_asked",
                        violation_error_message="U kunt niet beslissen over wat u zelf vroeg.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("motivation", ""), _negated=True), name="approval_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", "afgewezen"), ("decision_reason", ""), _negated=True),
                        name="refused_approval_says_why",
                        violation_error_message="Schrijf op waarom u dit afwijst.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="approval_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="95b242226d18f4a7a258eb8616ca9530105dac54",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_approval_of_established_pip_never_changes_9e772",
                            table="pip_plans_approval",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BridgingActivity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bridging",
                        to="pip_plans.pip",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("online", "Online cursus"),
                            ("taalmaatje", "Taalmaatje"),
                            ("map", "MAP"),
                            ("anders", "Iets anders"),
                        ],
                        max_length=10,
                        verbose_name="wat gaat iemand doen?",
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="waar of bij wie?")),
                ("from_on", models.DateField(verbose_name="vanaf")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("noted_at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
            ],
            options={
                "verbose_name": "overbruggende activiteit",
                "verbose_name_plural": "overbruggende activiteiten",
                "ordering": ["-from_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["online", "taalmaatje", "map", "anders"]),
                            models.Q(
                                models.Q(("kind", "anders"), _negated=True),
                                models.Q(("what", ""), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="bridging_is_of_a_known_kind",
                        violation_error_message="Kies een activiteit. Bij ‘iets anders’ schrijft u op wat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="bridging_ends_after_it_began",
                        violation_error_message="De laatste dag ligt voor de eerste dag.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanConflict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts",
                        to="pip_plans.pipversion",
                    ),
                ),
                ("field", models.CharField(max_length=40, verbose_name="veld")),
                ("value", models.JSONField(null=True, verbose_name="kwam later")),
                ("seen", models.CharField(max_length=16)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="gekozen op")),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
                    ),
                ),
                ("dropped", models.JSONField(blank=True, null=True, verbose_name="niet gekozen")),
            ],
            options={
                "verbose_name": "botsing",
                "verbose_name_plural": "botsingen",
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)),
                        fields=("version", "field", "by", "seen"),
                        name="one_conflict_a_field_and_page",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="settled_conflict_says_who_chose",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="conflict_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="9f6bc58acf90b2451fced17fc2ff4777c1dff51d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_conflict_of_established_pip_never_changes_578d0",
                            table="pip_plans_planconflict",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="pip_plans.pipversion",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                (
                    "own_text",
                    models.TextField(
                        max_length=5000,
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="doel, in eigen woorden",
                    ),
                ),
                (
                    "own_language",
                    models.CharField(default="nl", max_length=3, verbose_name="taal van dit doel"),
                ),
                (
                    "translation_nl",
                    models.TextField(
                        blank=True,
                        max_length=5000,
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="in het Nederlands",
                    ),
                ),
                (
                    "indicator",
                    models.CharField(
                        blank=True,
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
                        max_length=18,
                        verbose_name="waar gaat dit doel over?",
                    ),
                ),
            ],
            options={
                "verbose_name": "doel",
                "verbose_name_plural": "doelen",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "indicator__in",
                                [
                                    "",
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
                            )
                        ),
                        name="goal_is_about_a_known_part_of_life",
                        violation_error_message="Kies een onderwerp uit de lijst.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="goal_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="9c7907673d04b2f4bc8cab7b67917c30eed4c8d8",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_goal_of_established_pip_never_changes_4da55",
                            table="pip_plans_goal",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="pip_plans.pipversion",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="pip_plans.goal",
                        verbose_name="bij welk doel?",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                (
                    "text",
                    models.TextField(
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="wat is afgesproken?",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("nieuwkomer", "De nieuwkomer zelf"),
                            ("gemeente", "De gemeente"),
                            ("aanbieder", "De school of aanbieder"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=10,
                        verbose_name="wie doet dit?",
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=200, verbose_name="naam")),
                ("due_on", models.DateField(verbose_name="wanneer is het klaar?")),
                (
                    "own_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van de vertaling"),
                ),
                (
                    "translation",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="in de eigen taal",
                    ),
                ),
                (
                    "translation_state",
                    models.CharField(
                        choices=[
                            ("ontbreekt", "Nog niet vertaald"),
                            ("automatisch", "Automatisch vertaald, niet nagekeken"),
                            ("gecontroleerd", "Nagekeken door een mens"),
                        ],
                        default="ontbreekt",
                        max_length=13,
                        verbose_name="vertaling",
                    ),
                ),
            ],
            options={
                "verbose_name": "afspraak",
                "verbose_name_plural": "afspraken",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("owner__in", ["nieuwkomer", "gemeente", "aanbieder", "anders"]),
                            models.Q(
                                models.Q(("owner", "anders"), _negated=True),
                                models.Q(("owner_name", ""), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="agreement_has_an_owner",
                        violation_error_message="Een afspraak heeft altijd iemand die haar nakomt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("translation", ""), ("translation_state", "ontbreekt")),
                            models.Q(
                                models.Q(("translation", ""), _negated=True),
                                models.Q(("own_language", ""), _negated=True),
                                ("translation_state__in", ["automatisch", "gecontroleerd"]),
                            ),
                            _connector="OR",
                        ),
                        name="translation_of_agreement_has_language_and_state",
                        violation_error_message="Kies bij een vertaling de taal, en of een mens haar nakeek.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="agreement_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="351b2b09c9b3a0c15eb8ba0ffb526ea6a02204b1",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_agreement_of_established_pip_never_changes_d78e3",
                            table="pip_plans_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="agreement_has_a_goal_of_its_own_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."goal_id" IS NOT NULL)',
                            func="\n    IF NOT EXISTS (SELECT 1 FROM pip_plans_goal WHERE id = NEW.goal_id AND version_id = NEW.version_id) THEN\n        RAISE EXCEPTION 'An agreement belongs to a goal of its own version.';\n    END IF;\n    RETURN NEW;\n",
                            hash="aa149ad6f335046a3dc5cadd1c15c3a9f355cc5a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_agreement_has_a_goal_of_its_own_version_f4c2c",
                            table="pip_plans_agreement",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="pip_plans.pipversion",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("change_reason", "change_reason"),
                            ("switch_reason", "switch_reason"),
                            ("effort", "effort"),
                            ("wish_difference_reason", "wish_difference_reason"),
                            ("why_not_b", "why_not_b"),
                            ("why_not_o", "why_not_o"),
                            ("why_not_z", "why_not_z"),
                            ("advice_difference_reason", "advice_difference_reason"),
                            ("age_policy", "age_policy"),
                            ("support", "support"),
                            ("participation_activity", "participation_activity"),
                            ("participation_reason", "participation_reason"),
                            ("participation_duties", "participation_duties"),
                            ("vve", "vve"),
                            ("childcare", "childcare"),
                            ("benefit_duties", "benefit_duties"),
                            ("relief_reason", "relief_reason"),
                            ("further_learning_reason", "further_learning_reason"),
                            ("target_occupation", "target_occupation"),
                            ("next_step", "next_step"),
                            ("pathway_reason", "pathway_reason"),
                            ("study_with_benefit_reason", "study_with_benefit_reason"),
                            ("perspective", "perspective"),
                        ],
                        max_length=30,
                        verbose_name="welke tekst",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        max_length=8000,
                        validators=[django.core.validators.MaxLengthValidator(8000)],
                        verbose_name="in de eigen taal",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ontbreekt", "Nog niet vertaald"),
                            ("automatisch", "Automatisch vertaald, niet nagekeken"),
                            ("gecontroleerd", "Nagekeken door een mens"),
                        ],
                        max_length=13,
                        verbose_name="vertaling",
                    ),
                ),
                ("source", models.CharField(editable=False, max_length=64, verbose_name="vertaald van")),
            ],
            options={
                "verbose_name": "vertaling",
                "verbose_name_plural": "vertalingen",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "field"), name="one_translation_a_text"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "field__in",
                                (
                                    "change_reason",
                                    "switch_reason",
                                    "effort",
                                    "wish_difference_reason",
                                    "why_not_b",
                                    "why_not_o",
                                    "why_not_z",
                                    "advice_difference_reason",
                                    "age_policy",
                                    "support",
                                    "participation_activity",
                                    "participation_reason",
                                    "participation_duties",
                                    "vve",
                                    "childcare",
                                    "benefit_duties",
                                    "relief_reason",
                                    "further_learning_reason",
                                    "target_occupation",
                                    "next_step",
                                    "pathway_reason",
                                    "study_with_benefit_reason",
                                    "perspective",
                                ),
                            )
                        ),
                        name="translation_is_of_a_known_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                            ("state__in", ["automatisch", "gecontroleerd"]),
                        ),
                        name="translation_has_words_and_a_state",
                        violation_error_message="Kies bij een vertaling of een mens haar nakeek.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="translation_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="6275ddeaba97e654648cad019fabcf45f80d1eab",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_translation_of_established_pip_never_changes_b99cb",
                            table="pip_plans_translation",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RouteCriterion",
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
                ("key", models.CharField(blank=True, editable=False, max_length=20)),
                ("text_nl", models.CharField(max_length=500, verbose_name="criterium in het Nederlands")),
                ("text_en", models.CharField(blank=True, max_length=500, verbose_name="in het Engels")),
                ("text_ar", models.CharField(blank=True, max_length=500, verbose_name="in het Arabisch")),
                ("source", models.CharField(max_length=300, verbose_name="waar staat dit?")),
                (
                    "proof",
                    models.CharField(
                        blank=True,
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
                        verbose_name="waaruit blijkt dit?",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldt tot en met")),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "criterium van de onderwijsroute",
                "verbose_name_plural": "criteria van de onderwijsroute",
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("gemeente", "key"),
                        name="default_criterion_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="route_criterion_ends_after_it_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text_nl", ""), _negated=True), models.Q(("source", ""), _negated=True)
                        ),
                        name="route_criterion_has_words_and_source",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="route_criterion_keeps_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."proof" IS DISTINCT FROM (NEW."proof") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_nl" IS DISTINCT FROM (NEW."text_nl"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3d9a3d3a10c2b1f08a1dbb9e10d9f343d301500a",
                            operation="UPDATE",
                            pgid="pgtrigger_route_criterion_keeps_its_words_d76ea",
                            table="pip_plans_routecriterion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CriterionJudgement",
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
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="pip_plans.routecriterion",
                    ),
                ),
                (
                    "met",
                    models.CharField(
                        choices=[("voldaan", "Voldaan"), ("niet voldaan", "Niet voldaan")],
                        max_length=12,
                        verbose_name="voldaan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="uitleg",
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
            ],
            options={
                "verbose_name": "oordeel over een criterium",
                "verbose_name_plural": "oordelen over criteria",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("met", "niet voldaan"), ("reason", ""), _negated=True),
                        name="criterion_not_met_says_why",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="criterion_judgement_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="49e5f448c66bdf6e5d2e6b33754e445271e978ca",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_criterion_judgement_never_changes_22af3",
                            table="pip_plans_criterionjudgement",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CourseHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="course_hours",
                        to="pip_plans.pip",
                        verbose_name="PIP",
                    ),
                ),
                ("hours", models.PositiveSmallIntegerField(verbose_name="uren les")),
                ("until_on", models.DateField(verbose_name="gevolgd tot en met")),
                ("provider", models.CharField(max_length=200, verbose_name="school of aanbieder")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("verklaring", "Verklaring van de school of aanbieder"),
                            ("registratie", "Eigen registratie van de gemeente"),
                        ],
                        max_length=11,
                        verbose_name="waaruit blijkt dat?",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="bewijs",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
            ],
            options={
                "verbose_name": "gevolgde lesuren",
                "verbose_name_plural": "gevolgde lesuren",
                "ordering": ["until_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 1), ("hours__lte", 5000)),
                        name="course_hours_are_possible",
                        violation_error_message="Vul een aantal uren in van 1 tot en met 5000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("document__isnull", False)),
                        name="course_hours_have_their_document",
                        violation_error_message="Voeg het bewijs van de lesuren toe.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("provider"),
                        models.F("pip"),
                        models.F("until_on"),
                        models.F("hours"),
                        name="the_same_course_hours_once",
                        violation_error_message="Deze lesuren staan al in het dossier: dezelfde school, dag en uren.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="course_hours_never_change",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="2a5e740eebccaf6c5271572889b5a27ec3383405",
                            operation="UPDATE",
                            pgid="pgtrigger_course_hours_never_change_f8dac",
                            table="pip_plans_coursehours",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="course_hours_of_established_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion\n        WHERE pip_id = OLD.pip_id AND status = 'vastgesteld' AND leerroute = 'B' AND niveau = 'A2'\n    ) THEN\n        RAISE EXCEPTION 'A version that rests on these hours was established: they cannot go away.';\n    END IF;\n    RETURN OLD;\n",
                            hash="64afd4a2acada014ee6a86042440598ec821d2ba",
                            operation="DELETE",
                            pgid="pgtrigger_course_hours_of_established_stay_8141c",
                            table="pip_plans_coursehours",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterText",
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
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("texts", models.JSONField(verbose_name="teksten")),
                ("note", models.CharField(max_length=200, verbose_name="wat is er anders?")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemaakt door",
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt")),
            ],
            options={
                "verbose_name": "tekst van de beschikking",
                "verbose_name_plural": "teksten van de beschikking",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "number"),
                        name="letter_text_number_once",
                        violation_error_message="Iemand bewaarde net een andere tekst. Probeer het opnieuw.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="letter_text_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c7228f8c5cb82b4d83848ae468ff6fd7cef44de2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_letter_text_never_changes_ff30e",
                            table="pip_plans_lettertext",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterActivation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activations",
                        to="pip_plans.lettertext",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="geldt vanaf")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="ingesteld")),
            ],
            options={
                "verbose_name": "ingang van een brieftekst",
                "verbose_name_plural": "ingangen van briefteksten",
                "ordering": ["-valid_from", "-id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="letter_activation_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="afb53a6ea8c6088ec174a11e57b83295a55d55af",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_letter_activation_never_changes_75810",
                            table="pip_plans_letteractivation",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LevelNeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pip",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="level_needs",
                        to="pip_plans.pip",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")],
                        max_length=2,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("werkgever", "Werkgever"),
                            ("werkcoach", "Werkcoach"),
                            ("wet", "Wet of beroepsregister"),
                            ("opleiding", "School of opleiding"),
                            ("docent", "Docent"),
                            ("nieuwkomer", "De nieuwkomer zelf"),
                        ],
                        max_length=10,
                        verbose_name="wie zegt dat?",
                    ),
                ),
                ("said_by", models.CharField(blank=True, max_length=200, verbose_name="naam")),
                (
                    "occupation",
                    models.CharField(max_length=200, verbose_name="voor welk beroep of welke opleiding?"),
                ),
                (
                    "remark",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="toelichting",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("noted_at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
            ],
            options={
                "verbose_name": "taalniveau dat nodig is",
                "verbose_name_plural": "taalniveaus die nodig zijn",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["A1", "A2", "B1", "B2", "C1"]),
                            (
                                "source__in",
                                ["werkgever", "werkcoach", "wet", "opleiding", "docent", "nieuwkomer"],
                            ),
                            models.Q(("occupation", ""), _negated=True),
                        ),
                        name="level_need_is_known_and_has_a_source",
                        violation_error_message="Kies het niveau, wie dat zei, en voor welk beroep.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="level_need_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6578f49026900a8f3b489c1c76e7004176c6394d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_level_need_stays_b7794",
                            table="pip_plans_levelneed",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="pip_plans.pipversion",
                        verbose_name="tegen versie",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="ontvangen op")),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("portaal", "Portaal"),
                            ("brief", "Brief"),
                            ("balie", "Afgegeven aan de balie"),
                        ],
                        max_length=8,
                        verbose_name="hoe ontvangen",
                    ),
                ),
                ("posted_on", models.DateField(blank=True, null=True, verbose_name="verstuurd op")),
                (
                    "text",
                    models.TextField(
                        max_length=10000,
                        validators=[django.core.validators.MaxLengthValidator(10000)],
                        verbose_name="waarom niet eens",
                    ),
                ),
                ("language", models.CharField(default="nl", max_length=3, verbose_name="taal")),
                (
                    "translation_nl",
                    models.TextField(
                        blank=True,
                        max_length=10000,
                        validators=[django.core.validators.MaxLengthValidator(10000)],
                        verbose_name="in het Nederlands",
                    ),
                ),
                (
                    "late_reason",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="waarom te laat",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="stuk",
                    ),
                ),
                ("last_day", models.DateField(verbose_name="laatste dag om bezwaar te maken")),
                ("is_late", models.BooleanField(default=False, verbose_name="te laat")),
                ("with_committee", models.BooleanField(default=False, verbose_name="met adviescommissie")),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deadlines.deadline",
                        verbose_name="termijn om te beslissen",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="ontvangstbevestiging",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
                (
                    "excuse",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verschoonbaar", "Te laat, maar te verontschuldigen"),
                            ("niet_verschoonbaar", "Te laat, en niet te verontschuldigen"),
                        ],
                        max_length=18,
                        verbose_name="te laat: oordeel",
                    ),
                ),
                (
                    "excuse_reason",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="uitleg bij het oordeel",
                    ),
                ),
                (
                    "excuse_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("heard_on", models.DateField(blank=True, null=True, verbose_name="gehoord op")),
                ("heard_by", models.CharField(blank=True, max_length=200, verbose_name="gehoord door")),
                ("heard_with_interpreter", models.BooleanField(default=False, verbose_name="met tolk")),
                (
                    "hearing_report",
                    models.TextField(
                        blank=True,
                        max_length=10000,
                        validators=[django.core.validators.MaxLengthValidator(10000)],
                        verbose_name="verslag van de hoorzitting",
                    ),
                ),
                (
                    "waived",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a", "Het bezwaar is kennelijk niet-ontvankelijk (7:3 onder a)"),
                            ("b", "Het bezwaar is kennelijk ongegrond (7:3 onder b)"),
                            ("c", "De nieuwkomer wil niet gehoord worden (7:3 onder c)"),
                            ("d", "De nieuwkomer zei niet op tijd dat hij gehoord wil worden (7:3 onder d)"),
                            ("e", "De gemeente doet alles wat de nieuwkomer vraagt (7:3 onder e)"),
                        ],
                        max_length=1,
                        verbose_name="waarom niet gehoord",
                    ),
                ),
                (
                    "adjourned_reason",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="waarom verdaagd",
                    ),
                ),
                (
                    "agreed_until",
                    models.DateField(blank=True, null=True, verbose_name="met instemming uitgesteld tot"),
                ),
                (
                    "defaulted_on",
                    models.DateField(blank=True, null=True, verbose_name="ingebrekestelling ontvangen op"),
                ),
                (
                    "decider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="aangewezen om te beslissen",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels", "Deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        max_length=17,
                        verbose_name="besluit",
                    ),
                ),
                (
                    "decision_reason",
                    models.TextField(
                        blank=True,
                        max_length=10000,
                        validators=[django.core.validators.MaxLengthValidator(10000)],
                        verbose_name="waarom",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nieuw_pip", "Er komt een nieuwe versie van het PIP"),
                            ("herroepen", "Het PIP is herroepen en geldt niet meer"),
                            ("geen", "Het PIP blijft zoals het is"),
                        ],
                        max_length=9,
                        verbose_name="gevolg voor het PIP",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="beslist op")),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beslist door",
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
                        verbose_name="beslissing op bezwaar",
                    ),
                ),
                (
                    "new_version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="from_objections",
                        to="pip_plans.pipversion",
                        verbose_name="nieuwe versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "bezwaar",
                "verbose_name_plural": "bezwaren",
                "ordering": ["-received_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "ingetrokken"), _negated=True),
                        fields=("version",),
                        name="one_objection_a_version",
                        violation_error_message="Er is al een bezwaar tegen deze versie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="objection_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_by", None),
                                ("decided_on", None),
                                ("decision", ""),
                                ("document", None),
                                ("effect", ""),
                            ),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("decision", "ingetrokken"),
                                ("effect", "geen"),
                            ),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("decision__in", ["ongegrond", "niet_ontvankelijk"]),
                                ("document__isnull", False),
                                ("effect", "geen"),
                                models.Q(("decision_reason", ""), _negated=True),
                            ),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("decision__in", ["gegrond", "deels"]),
                                ("document__isnull", False),
                                ("effect__in", ["nieuw_pip", "herroepen", "geen"]),
                                models.Q(("decision_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="objection_is_decided_by_somebody_with_an_effect_or_not_at_all",
                        violation_error_message="Een besluit op bezwaar heeft een reden, een gevolg en een brief.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("excuse", ""), ("excuse_by", None)),
                            models.Q(
                                ("excuse__in", ["verschoonbaar", "niet_verschoonbaar"]),
                                ("excuse_by__isnull", False),
                                ("is_late", True),
                                models.Q(("excuse_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_late_objection_is_judged_late",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("heard_by", ""), ("heard_on", None)),
                            models.Q(
                                ("heard_on__isnull", False),
                                ("waived", ""),
                                models.Q(("heard_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="objection_is_heard_or_waived",
                        violation_error_message="De nieuwkomer is gehoord, of dat hoefde niet. Niet allebei.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="objection_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="98abd75d31bb62aed1e185abc70d619cdd92fd81",
                            operation="DELETE",
                            pgid="pgtrigger_objection_stays_acef9",
                            table="pip_plans_objection",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="objection_stays_as_filed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_late" IS DISTINCT FROM (NEW."is_late") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_day" IS DISTINCT FROM (NEW."last_day") OR OLD."late_reason" IS DISTINCT FROM (NEW."late_reason") OR OLD."posted_on" IS DISTINCT FROM (NEW."posted_on") OR OLD."receipt_id" IS DISTINCT FROM (NEW."receipt_id") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."scan_id" IS DISTINCT FROM (NEW."scan_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."via" IS DISTINCT FROM (NEW."via") OR OLD."with_committee" IS DISTINCT FROM (NEW."with_committee"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="7e53bd07060690b5a22507518fa72ca263384d1b",
                            operation="UPDATE",
                            pgid="pgtrigger_objection_stays_as_filed_e65f4",
                            table="pip_plans_objection",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="decided_objection_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.decision <> '' AND to_jsonb(OLD) - 'new_version_id' IS DISTINCT FROM to_jsonb(NEW) - 'new_version_id')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="d0eaf51376c385eb6c302ab436fb87488a95ddd9",
                            operation="UPDATE",
                            pgid="pgtrigger_decided_objection_never_changes_c3a6a",
                            table="pip_plans_objection",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LaterVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_versions",
                        to="pip_plans.objection",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided_along",
                        to="pip_plans.pipversion",
                        verbose_name="versie",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("nieuw_pip", "Er komt een nieuwe versie van het PIP"),
                            ("herroepen", "Het PIP is herroepen en geldt niet meer"),
                            ("geen", "Het PIP blijft zoals het is"),
                        ],
                        max_length=9,
                        verbose_name="gevolg",
                    ),
                ),
            ],
            options={
                "verbose_name": "latere versie in een besluit op bezwaar",
                "verbose_name_plural": "latere versies in een besluit op bezwaar",
                "ordering": ["version__number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("objection", "version"), name="later_version_once_an_objection"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="later_version_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ea6b910466e75a83146f00868c8c72a60a067c62",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_later_version_never_changes_9bb36",
                            table="pip_plans_laterversion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Omission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="omissions",
                        to="pip_plans.objection",
                    ),
                ),
                (
                    "what",
                    models.TextField(
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="wat ontbreekt",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                ("until_on", models.DateField(verbose_name="aanvullen tot en met")),
                ("mended_on", models.DateField(blank=True, null=True, verbose_name="aangevuld op")),
                (
                    "mended_with",
                    models.TextField(
                        blank=True,
                        max_length=10000,
                        validators=[django.core.validators.MaxLengthValidator(10000)],
                        verbose_name="aanvulling",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="brief",
                    ),
                ),
                (
                    "suspension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deadlines.suspension",
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
            ],
            options={
                "verbose_name": "verzuim",
                "verbose_name_plural": "verzuimen",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gt", models.F("asked_on"))),
                        name="mending_ends_after_it_was_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mended_on", None), ("mended_on__gte", models.F("asked_on")), _connector="OR"
                        ),
                        name="mended_after_it_was_asked",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="omission_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="7b3fd89f04cc61538c67e27152b2ffe85475b38d",
                            operation="DELETE",
                            pgid="pgtrigger_omission_stays_ec47b",
                            table="pip_plans_omission",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="omission_stays_as_asked",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."objection_id" IS DISTINCT FROM (NEW."objection_id") OR OLD."until_on" IS DISTINCT FROM (NEW."until_on") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="01319f1dcf826cd75331db96c4f41f46b9f92c7e",
                            operation="UPDATE",
                            pgid="pgtrigger_omission_stays_as_asked_3e262",
                            table="pip_plans_omission",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="mended_omission_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.mended_on IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="1aba6ba44d0d0c681fad7902583f4d324f1209f6",
                            operation="UPDATE",
                            pgid="pgtrigger_mended_omission_never_changes_0fff2",
                            table="pip_plans_omission",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pathway",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("mbo", "Mbo"),
                            ("leerwerk", "Leerwerktraject"),
                            ("schakel", "Voorbereiden op hbo of universiteit"),
                            ("hbo", "Hbo"),
                            ("wo", "Universiteit"),
                            ("taal", "Verder met de taal"),
                            ("werk", "Werk"),
                            ("bedrijf", "Eigen bedrijf"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        validators=[django.core.validators.MaxLengthValidator(1000)],
                        verbose_name="uitleg in gewone woorden",
                    ),
                ),
                ("is_offered", models.BooleanField(default=True, verbose_name="kan nu worden gekozen")),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gewijzigd door",
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="gewijzigd")),
            ],
            options={
                "verbose_name": "weg na de route",
                "verbose_name_plural": "wegen na de route",
                "ordering": ["kind", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "name"),
                        name="one_pathway_a_name",
                        violation_error_message="Deze weg staat al in de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            (
                                "kind__in",
                                ["mbo", "leerwerk", "schakel", "hbo", "wo", "taal", "werk", "bedrijf"],
                            ),
                        ),
                        name="pathway_has_a_name_and_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="representatives",
                        to="pip_plans.objection",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="naam")),
                (
                    "address_line",
                    models.CharField(blank=True, max_length=200, verbose_name="straat en nummer, of postbus"),
                ),
                (
                    "postcode_place",
                    models.CharField(blank=True, max_length=200, verbose_name="postcode en plaats"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="vastgelegd"),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beëindigd door",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="beëindigd")),
            ],
            options={
                "verbose_name": "vertegenwoordiger",
                "verbose_name_plural": "vertegenwoordigers",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("objection",),
                        name="one_representative_at_a_time",
                        violation_error_message="Er is al een vertegenwoordiger in dit bezwaar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="representative_has_a_name",
                        violation_error_message="Schrijf op wie de vertegenwoordiger is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="ended_representative_says_by_whom",
                        violation_error_message="Wie de vertegenwoordiging beëindigt, staat erbij.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="representative_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c85c00eb4225fc2057ee1698583ffe3c5608b88d",
                            operation="DELETE",
                            pgid="pgtrigger_representative_stays_68757",
                            table="pip_plans_representative",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van het antwoord"),
                ),
                (
                    "answer_own",
                    models.TextField(
                        blank=True,
                        max_length=8000,
                        validators=[django.core.validators.MaxLengthValidator(8000)],
                        verbose_name="antwoord in de eigen taal",
                    ),
                ),
                (
                    "answer_state",
                    models.CharField(
                        choices=[
                            ("ontbreekt", "Nog niet vertaald"),
                            ("automatisch", "Automatisch vertaald, niet nagekeken"),
                            ("gecontroleerd", "Nagekeken door een mens"),
                        ],
                        default="ontbreekt",
                        max_length=13,
                        verbose_name="vertaling",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="pip_plans.pipversion",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("doel", "Over een doel"),
                            ("afspraak", "Over een afspraak"),
                            ("algemeen", "Over het plan"),
                            ("ontbreekt", "Hier mist een afspraak"),
                        ],
                        max_length=9,
                        verbose_name="waarover",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pip_plans.goal",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pip_plans.agreement",
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="ging over")),
                (
                    "text",
                    models.TextField(
                        max_length=5000,
                        validators=[django.core.validators.MaxLengthValidator(5000)],
                        verbose_name="opmerking",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="gegeven")),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord")),
            ],
            options={
                "verbose_name": "opmerking",
                "verbose_name_plural": "opmerkingen",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer_language", ""), ("answer_own", ""), ("answer_state", "ontbreekt")
                            ),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answer_own", ""), _negated=True),
                                models.Q(("answer_language", ""), _negated=True),
                                ("answer_state__in", ["automatisch", "gecontroleerd"]),
                            ),
                            _connector="OR",
                        ),
                        name="comment_answer_has_language_and_state",
                        violation_error_message="Kies bij een vertaling of een mens haar nakeek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="comment_is_answered_by_somebody_or_not_at_all",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="comment_on_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="3ad9018ec482fbb8a8d0ddf066f45fd72ea664ab",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_comment_on_established_pip_never_changes_26317",
                            table="pip_plans_comment",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="pip_plans.pipversion",
                    ),
                ),
                (
                    "reaction",
                    models.CharField(
                        choices=[
                            ("akkoord", "Akkoord"),
                            ("onder_voorwaarde", "Akkoord onder voorwaarde"),
                            ("niet_akkoord", "Niet akkoord"),
                            ("geen_reactie", "Geen reactie"),
                        ],
                        max_length=16,
                        verbose_name="reactie",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="waarom niet?",
                    ),
                ),
                ("given_on", models.DateField(verbose_name="gegeven op")),
                ("language", models.CharField(blank=True, max_length=3, verbose_name="gelezen in het")),
                ("interpreter_used", models.BooleanField(default=False, verbose_name="met tolk")),
                (
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("getekend", "Getekend op het scherm"),
                            ("digid", "Bevestigd na inloggen met DigiD"),
                            ("papier", "Getekend op papier"),
                            ("mondeling", "Verteld in een gesprek"),
                        ],
                        max_length=9,
                        verbose_name="hoe gegeven",
                    ),
                ),
                ("signature", models.JSONField(blank=True, null=True, verbose_name="handtekening")),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                    ),
                ),
                ("content", models.JSONField(verbose_name="de tekst")),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd")),
            ],
            options={
                "verbose_name": "reactie",
                "verbose_name_plural": "reacties",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", ""), ("reaction", "geen_reactie")),
                            models.Q(
                                models.Q(("reaction", "geen_reactie"), _negated=True),
                                models.Q(("means", ""), _negated=True),
                                models.Q(("language", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="silence_has_no_means_and_a_reaction_has",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("means", "mondeling"), ("reaction", "akkoord"), _negated=True),
                        name="akkoord_is_signed",
                        violation_error_message="Een akkoord heeft een handtekening, of een bevestiging met DigiD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", "getekend"), ("signature__isnull", False), ("scan", None)),
                            models.Q(
                                ("means", "papier"), ("signature__isnull", True), ("scan__isnull", False)
                            ),
                            models.Q(
                                models.Q(("means__in", ["getekend", "papier"]), _negated=True),
                                ("signature__isnull", True),
                                ("scan", None),
                            ),
                            _connector="OR",
                        ),
                        name="signature_stands_where_it_belongs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reaction", "niet_akkoord"), ("reason", ""), _negated=True),
                        name="niet_akkoord_says_why",
                        violation_error_message="Schrijf op waarom het niet goed is.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="response_to_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="60e72a0a41b776e298d71298807008c70c2b3b9e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_response_to_established_pip_never_changes_06fc9",
                            table="pip_plans_response",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="response_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fb786cb3ad7a118dd77de09ac94c3957540a0ded",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_response_never_changes_c6318",
                            table="pip_plans_response",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer_language",
                    models.CharField(blank=True, max_length=3, verbose_name="taal van het antwoord"),
                ),
                (
                    "answer_own",
                    models.TextField(
                        blank=True,
                        max_length=8000,
                        validators=[django.core.validators.MaxLengthValidator(8000)],
                        verbose_name="antwoord in de eigen taal",
                    ),
                ),
                (
                    "answer_state",
                    models.CharField(
                        choices=[
                            ("ontbreekt", "Nog niet vertaald"),
                            ("automatisch", "Automatisch vertaald, niet nagekeken"),
                            ("gecontroleerd", "Nagekeken door een mens"),
                        ],
                        default="ontbreekt",
                        max_length=13,
                        verbose_name="vertaling",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conditions",
                        to="pip_plans.response",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        max_length=2000,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="voorwaarde",
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="reactie van de gemeente",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord")),
            ],
            options={
                "verbose_name": "voorwaarde",
                "verbose_name_plural": "voorwaarden",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer_language", ""), ("answer_own", ""), ("answer_state", "ontbreekt")
                            ),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                models.Q(("answer_own", ""), _negated=True),
                                models.Q(("answer_language", ""), _negated=True),
                                ("answer_state__in", ["automatisch", "gecontroleerd"]),
                            ),
                            _connector="OR",
                        ),
                        name="condition_answer_has_language_and_state",
                        violation_error_message="Kies bij een vertaling of een mens haar nakeek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="condition_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="condition_is_answered_by_somebody_or_not_at_all",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="condition_of_established_pip_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (\n        SELECT version_id FROM pip_plans_response WHERE id IN (OLD.response_id, NEW.response_id)\n    ) FOR SHARE;\n    IF EXISTS (\n        SELECT 1 FROM pip_plans_pipversion version JOIN pip_plans_response response ON response.version_id = version.id\n        WHERE response.id IN (OLD.response_id, NEW.response_id) AND version.status = 'vastgesteld'\n    ) THEN\n        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                            hash="5adfba6a0259a68e526eb99d1557557a09ebddb3",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_condition_of_established_pip_never_changes_c59ff",
                            table="pip_plans_condition",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="condition_keeps_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="0e10fa775452db5a8d5637cf1dc6298119059d19",
                            operation="UPDATE",
                            pgid="pgtrigger_condition_keeps_its_words_0c364",
                            table="pip_plans_condition",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewPeriod",
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
                        validators=[django.core.validators.MaxValueValidator(60)], verbose_name="dagen"
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
                "verbose_name": "leestijd van een concept",
                "verbose_name_plural": "leestijden van concepten",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gemeente", "valid_from"),
                        name="one_review_period_a_day",
                        violation_error_message="Voor deze dag is al een leestijd ingesteld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__lte", 60)), name="review_period_is_possible"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="YouthBounds",
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
                    "from_age",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="vanaf leeftijd",
                    ),
                ),
                (
                    "until_age",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="tot en met leeftijd",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="waar staat dit?")),
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
                "verbose_name": "leeftijd van jongeren",
                "verbose_name_plural": "leeftijden van jongeren",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("gemeente", "valid_from"), name="one_youth_bounds_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_age__lte", models.F("until_age")),
                            ("until_age__lte", 30),
                            models.Q(("source", ""), _negated=True),
                        ),
                        name="youth_bounds_are_in_order",
                        violation_error_message="De eerste leeftijd is niet hoger dan de laatste.",
                    ),
                ],
            },
        ),
        inburgering.kit.migrations.InstallTriggers(),
    ]
