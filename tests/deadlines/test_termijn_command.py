import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from deadlines.enums import Kind

pytestmark = pytest.mark.django_db

EXAMPLE_1 = "--kind pip --groep gezinsmigrant --kennisgeving 2026-01-05"


def termijn(*arguments: str) -> Any:
    out = StringIO()
    call_command("termijn", *arguments, stdout=out)
    return json.loads(out.getvalue())


# The twelve worked examples, each with all its days.
EXAMPLES = [
    (EXAMPLE_1, "2026-03-16", None),
    ("--kind pip --groep gezinsmigrant --kennisgeving 2026-02-16", "2026-04-28", None),
    ("--kind pip --groep gezinsmigrant --kennisgeving 2025-10-23", "2026-01-05", None),
    ("--kind pip --groep asielstatushouder --kennisgeving 2025-12-01 --brp-inschrijving 2026-02-14", "2026-04-28", None),
    (f"{EXAMPLE_1} --derde IDW --derde-gevraagd 2026-02-20 --derde-ontvangen 2026-04-21", "2026-05-06", None),
    ("--kind termijn --dagtekening 2024-03-15", "2027-03-15", None),
    ("--kind termijn --dagtekening 2024-03-15 --duo-einddatum 2027-03-16", "2027-03-15", None),
    ("--kind routewissel --dagtekening 2024-03-15", "2025-09-15", None),
    ("--kind verlenging-vanaf --dagtekening 2024-03-15", "2026-09-15", None),
    ("--kind termijn --dagtekening 2023-08-31", "2026-08-31", None),
    ("--kind routewissel --dagtekening 2023-08-31", "2025-02-28", None),
    ("--kind termijn --dagtekening 2024-02-29", "2027-02-28", None),
    ("--kind routewissel --dagtekening 2024-02-29", "2025-08-29", "2025-08-31"),
    ("--kind termijn --dagtekening 2025-02-28", "2028-02-28", "2028-02-29"),
    ("--kind termijn --dagtekening 2025-02-28 --duo-einddatum 2028-03-01", "2028-02-29", None),
    ("--kind termijn --dagtekening 2024-02-28", "2027-02-27", "2027-02-28"),
    ("--kind aanbod --groep asielstatushouder --leerroute B --dagtekening 2025-11-28", "2026-02-28", None),
    ("--kind termijn --groep asielstatushouder --leerroute B --dagtekening 2025-11-28 --verlenging R-22g::2026-04-20",
     "2029-01-18", None),
    ("--kind aanbod --groep asielstatushouder --dagtekening 2024-11-29", "2025-02-28", None),
    ("--kind taalschakeltraject --groep asielstatushouder --leerroute O --dagtekening 2025-08-29", "2026-02-28", None),
    ("--kind termijn --groep asielstatushouder --leerroute O --dagtekening 2025-08-29 --verlenging R-22g-O",
     "2029-02-28", None),
    ("--kind bezwaar --bekendmaking 2026-04-02", "2026-05-18", None),
    ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02", "2026-06-29", None),
    ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02 --commissie", "2026-08-10", None),
    ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02 --commissie --verdaging", "2026-09-21", None),
]  # fmt: skip
OTHERS = [
    ("--kind pip-na-verhuizing --brp-inschrijving 2026-02-16", "2026-04-28", None),
    ("--kind aanvraag --aanvraag 2026-01-05 --opschorting 2026-02-01:2026-02-12", "2026-03-16", None),
    ("--kind antwoord-op-verzoek --begin-afspraak 2026-04-02", "2026-04-20", None),
    ("--kind nieuwe-termijn --bekendmaking 2026-01-20 --leerroute Z --groep asielstatushouder --uren 801", "2027-01-20", None),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "due_on", "lapses_on"), [*EXAMPLES, *OTHERS])
def test_the_worked_examples(arguments: str, due_on: str, lapses_on: str | None) -> None:
    answer = termijn(*arguments.split())
    assert (answer["uiterlijkOp"], answer["vervaltNa"]) == (due_on, lapses_on)


def test_lengths_and_more_extensions_can_be_typed() -> None:
    promise = termijn("--kind", "terugbellen", "--begin-afspraak", "2026-04-02", "--lengte", "3 werkdagen")
    assert promise["uiterlijkOp"] == "2026-04-09"
    assert promise["artikelen"] == ["afspraak van de gemeente, geen termijn van de wet"]
    ill, decided = "R-22a:2026-01-10:2026-04-09", "R-26:6 maanden"
    longer = termijn(
        "--kind", "termijn", "--dagtekening", "2025-01-15", "--verlenging", ill, "--verlenging", decided
    )
    assert longer["uiterlijkOp"] == "2028-10-13"
    assert longer["feiten"]["verlenging"] == [ill, decided]


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "10 weken na"), ("en", "10 weeks after"), ("ar", "10 أسابيع")]
)
def test_the_explanation_in_the_languages_of_the_portal(language: str, words: str) -> None:
    answer = termijn(*EXAMPLE_1.split(), "--taal", language)
    assert answer["zin"].startswith(words)
    assert len(answer["stappen"]) == 4


def test_the_answer_has_the_day_the_steps_and_the_article() -> None:
    answer = termijn("--kind", "pip", "--groep", "gezinsmigrant", "--kennisgeving", "2026-02-16")
    assert answer["regel"] == "R-02"
    assert answer["begintOp"] == "2026-02-17"
    assert answer["artikelen"] == [
        "Besluit inburgering 2021, artikel 5.3 lid 1",
        "Algemene termijnenwet, artikel 1",
    ]
    assert answer["stappen"][-1] == {"dag": "2026-04-28", "tekst": "laatste dag"}
    assert answer["zin"].startswith(
        "10 weken na de kennisgeving van 16 februari 2026 = 27 april, Koningsdag,"
    )


def test_a_clock_that_has_not_begun_is_an_answer_too() -> None:
    answer = termijn("--kind", "pip", "--groep", "asielstatushouder", "--kennisgeving", "2025-12-01")
    assert answer["uiterlijkOp"] is None
    assert "begint bij inschrijving in de gemeente" in answer["zin"]


def test_the_list_names_every_kind_with_its_facts() -> None:
    rows = {row["soort"]: row for row in termijn("--list")}
    assert list(rows) == Kind.values
    assert rows["bezwaar"]["gegevens"] == ["--bekendmaking"]
    assert rows["pip"]["gegevens"][:3] == ["--kennisgeving", "--brp-inschrijving", "--groep"]
    assert rows["termijn"]["gegevens"][:3] == ["--dagtekening", "--duo-startdatum", "--duo-einddatum"]
    assert rows["aanvraag"]["gegevens"] == ["--aanvraag", "--opschorting"]
    assert rows["terugbellen"]["gegevens"] == ["--begin-afspraak", "--lengte"]


def test_the_list_names_rows_defaults_sources_and_who_is_warned() -> None:
    rows = {row["soort"]: row for row in termijn("--list")}
    (bezwaar,) = rows["bezwaar"]["regels"]
    assert (bezwaar["regel"], bezwaar["lengte"], bezwaar["schuiftNaarWerkdag"]) == ("R-95", "6 weken", True)
    assert bezwaar["artikelen"][0] == "Algemene wet bestuursrecht, artikel 6:7"
    request = rows["antwoord-op-verzoek"]
    assert (request["standaard"], request["bron"]) == ("10 werkdagen", "PP-16")
    unguided = rows["klantmanager-aanwezig"]
    assert {"dagen": 0, "vanaf": "begin", "wie": "teamleider"} in unguided["waarschuwingen"]
    homeless = next(row for row in rows["termijn"]["verlengingen"] if row["grond"] == "R-22f")
    assert (homeless["tenMinste"], homeless["hoogstens"]) == ("3 maanden", "2 jaar")
    assert {"uren": "401 t/m 800"}.items() <= rows["nieuwe-termijn"]["regels"][9]["alleenAls"].items()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("", "Noem de soort met --kind."),
        ("--kind koffie", "De soort termijn ‘koffie’ bestaat niet. Kies uit: pip,"),
        ("--kind pip --groep gezinsmigrant", "ook nodig: --kennisgeving"),
        ("--kind pip --kennisgeving 2026-01-05", "ook nodig: --groep"),
        ("--kind pip-na-verhuizing", "ook nodig: --brp-inschrijving"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 2026-02-30", "‘2026-02-30’ is geen dag die bestaat"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 0000-01-01", "is geen dag die bestaat"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 0001-01-01", "dat is vóór 1 januari 2022"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 9999-12-31", "dat is na 31 december 2099"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 05-01-2026", "Schrijf een dag als 2026-12-31."),
        ("--kind pip --groep gezinsmigrant --kennisgeving 20260105", "is geen dag die bestaat"),
        ("--kind pip --groep expat --kennisgeving 2026-01-05", "De groep ‘expat’ bestaat niet."),
        ("--kind aanbod --groep gezinsmigrant --dagtekening 2026-01-05", "geldt niet voor deze groep"),
        ("--kind termijn --dagtekening 2021-01-05", "De dagtekening van het PIP kan niet op 5 januari 2021"),
        ("--kind bezwaar --bekendmaking 2026-04-02 --kennisgeving 2026-01-05", "gebruikt --kennisgeving niet"),
        (f"{EXAMPLE_1} --derde-ontvangen 2026-04-21", "--derde-gevraagd ook"),
        (f"{EXAMPLE_1} --derde-gevraagd 2026-02-20 --derde-ontvangen 2026-02-19", "pas op 20 februari 2026 gevraagd"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 2026-01-05 --verlenging R-22a", "gebruikt --verlenging niet"),
        ("--kind pip --groep gezinsmigrant --kennisgeving 2026-01-05 --opschorting 2026-02-01", "gebruikt --opschorting niet"),
        ("--kind termijn --dagtekening 2025-01-15 --verlenging ziek", "De grond ‘ziek’ bestaat niet. Kies uit: R-22a,"),
        ("--kind termijn --dagtekening 2025-01-15 --verlenging R-22a", "Geef bij ‘Langdurige ziekte’ de eerste dag."),
        ("--kind termijn --dagtekening 2025-01-15 --verlenging R-22a:x", "‘x’ is geen dag die bestaat"),
        ("--kind termijn --dagtekening 2025-01-15 --verlenging R-22a:2026-01-01:2026-02-01:2026-03-01", "te veel dagen"),
        ("--kind aanvraag --aanvraag 2026-01-05 --opschorting :2026-02-01", "Noem bij --opschorting de eerste dag."),
        ("--kind map --dagtekening 2025-01-15 --leerroute O", "in deze situatie"),
        ("--kind map --dagtekening 2025-01-15 --leerroute X", "De leerroute ‘X’ bestaat niet. Kies uit: B, O, Z."),
        ("--kind nieuwe-termijn --bekendmaking 2026-01-20", "ook nodig: --leerroute (de leerroute"),
        ("--kind nieuwe-termijn --bekendmaking 2026-01-20 --leerroute B", "--onderdelen-gehaald (het aantal gehaalde"),
        ("--kind nieuwe-termijn --bekendmaking 2026-01-20 --leerroute Z --uren veel", "‘veel’ is geen getal"),
        ("--kind klacht", "ook nodig: --begin-afspraak"),
        ("--kind klacht --begin-afspraak 2026-01-20 --lengte lang", "‘lang’ is geen lengte"),
        (f"{EXAMPLE_1} --taal fr", "De taal ‘fr’ is er niet. Kies uit: nl, en, ar."),
        ("--kind pip --onzin", "De opdracht klopt niet bij --onzin"),
        ("--kind", "De opdracht klopt niet bij --kind"),
        ("pip", "De opdracht klopt niet bij pip"),
    ],
)  # fmt: skip
def test_wrong_input_gets_one_sentence_and_exit_code_2(
    arguments: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("termijn", *arguments.split())
    assert stopped.value.code == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert words in output.err
    assert len(output.err.strip().splitlines()) == 1
