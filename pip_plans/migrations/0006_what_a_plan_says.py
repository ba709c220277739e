import django.contrib.postgres.fields
import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pip_plans", "0005_decision_beside_the_advice"),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="own_language",
            field=models.CharField(blank=True, max_length=3, verbose_name="taal van de vertaling"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="translation",
            field=models.TextField(
                blank=True,
                max_length=4000,
                validators=[django.core.validators.MaxLengthValidator(4000)],
                verbose_name="in de eigen taal",
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="translation_state",
            field=models.CharField(
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
        migrations.AddField(
            model_name="goal",
            name="indicator",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="benefit",
            field=models.CharField(
                blank=True,
                choices=[("ja", "Ja, bijstand"), ("nee", "Nee")],
                max_length=3,
                verbose_name="bijstandsuitkering",
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="benefit_duties",
            field=models.TextField(
                blank=True, max_length=4000, verbose_name="plichten bij de uitkering (Participatiewet)"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="benefit_from",
            field=models.DateField(blank=True, null=True, verbose_name="recht op bijstand vanaf"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="childcare",
            field=models.TextField(blank=True, max_length=2000, verbose_name="opvang van de kinderen"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="further_learning",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="further_learning_decide_on",
            field=models.DateField(blank=True, null=True, verbose_name="besluit over doorleren uiterlijk op"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="further_learning_reason",
            field=models.TextField(blank=True, max_length=2000, verbose_name="uitleg over doorleren"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="needed_level",
            field=models.CharField(
                blank=True,
                choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")],
                max_length=2,
                verbose_name="taalniveau voor het beroep",
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="needed_level_by",
            field=models.CharField(blank=True, max_length=200, verbose_name="naam bij dat niveau"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="needed_level_source",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="next_step",
            field=models.TextField(blank=True, max_length=1000, verbose_name="volgende stap"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="next_step_helper",
            field=models.CharField(blank=True, max_length=200, verbose_name="wie helpt daarbij?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="next_step_on",
            field=models.DateField(blank=True, null=True, verbose_name="wanneer is die stap?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="participation",
            field=models.CharField(
                blank=True,
                choices=[("tegelijk", "Tegelijk met de taal"), ("niet_tegelijk", "Niet tegelijk")],
                max_length=13,
                verbose_name="meedoen en taal",
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="participation_activity",
            field=models.TextField(
                blank=True, max_length=1000, verbose_name="wat doet iemand om mee te doen?"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="participation_hours",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="uren in een week"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="participation_in_dutch",
            field=models.BooleanField(default=False, verbose_name="spreekt daar Nederlands"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="participation_reason",
            field=models.TextField(blank=True, max_length=2000, verbose_name="waarom niet tegelijk?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="pathway_reason",
            field=models.TextField(blank=True, max_length=1000, verbose_name="waarom geen weg na de route?"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="pathways",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=120),
                blank=True,
                default=list,
                size=None,
                verbose_name="wegen na de route",
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="relief",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="relief_costs",
            field=django.contrib.postgres.fields.ArrayField(
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
        migrations.AddField(
            model_name="pipversion",
            name="relief_from",
            field=models.DateField(blank=True, null=True, verbose_name="ontzorgen vanaf"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="relief_reason",
            field=models.TextField(blank=True, max_length=2000, verbose_name="uitleg bij het ontzorgen"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="relief_until",
            field=models.DateField(blank=True, null=True, verbose_name="ontzorgen tot en met"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="study_goal",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="study_with_benefit",
            field=models.CharField(
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
        migrations.AddField(
            model_name="pipversion",
            name="study_with_benefit_reason",
            field=models.TextField(
                blank=True, max_length=1000, verbose_name="uitleg over studeren en uitkering"
            ),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="target_occupation",
            field=models.CharField(blank=True, max_length=200, verbose_name="beroep of doel"),
        ),
        migrations.AddField(
            model_name="pipversion",
            name="wished_level",
            field=models.CharField(
                blank=True,
                choices=[("A1", "A1"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")],
                max_length=2,
                verbose_name="gewenst taalniveau",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
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
            ),
        ),
        migrations.AddConstraint(
            model_name="pipversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "concept"),
                    ("further_learning__in", ["", "toegezegd"]),
                    models.Q(
                        ("further_learning", "niet_beslist"), ("further_learning_decide_on__isnull", False)
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
        ),
        migrations.AddConstraint(
            model_name="pipversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "concept"),
                    ("needed_level", ""),
                    models.Q(("needed_level_source", ""), _negated=True),
                    _connector="OR",
                ),
                name="established_pip_says_who_named_the_level",
                violation_error_message="Kies wie het taalniveau voor het beroep noemde.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pipversion",
            constraint=models.CheckConstraint(
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
        ),
    ]
