import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db

EXAMPLE_1 = "--kind pip --groep gezinsmigrant --kennisgeving 2026-01-05"


def termijn(*arguments: str) -> Any:
    out = StringIO()
    call_command("termijn", *arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize(
    ("arguments", "due_on", "lapses_on"),
    [
        (EXAMPLE_1, "2026-03-16", None),
        ("--kind pip --groep gezinsmigrant --kennisgeving 2026-02-16", "2026-04-28", None),
        ("--kind pip --groep gezinsmigrant --kennisgeving 2025-10-23", "2026-01-05", None),
        ("--kind pip --groep asielstatushouder --kennisgeving 2025-12-01 --brp-inschrijving 2026-02-14", "2026-04-28", None),
        (f"{EXAMPLE_1} --derde IDW --derde-gevraagd 2026-02-20 --derde-ontvangen 2026-04-21", "2026-05-06", None),
        ("--kind pip-na-verhuizing --brp-inschrijving 2026-02-16", "2026-04-28", None),
        ("--kind termijn --dagtekening 2024-03-15", "2027-03-15", None),
        ("--kind routewissel --dagtekening 2024-03-15", "2025-09-15", None),
        ("--kind verlenging-vanaf --dagtekening 2024-03-15", "2026-09-15", None),
        ("--kind termijn --dagtekening 2023-08-31", "2026-08-31", None),
        ("--kind routewissel --dagtekening 2023-08-31", "2025-02-28", None),
        ("--kind termijn --dagtekening 2024-02-29", "2027-02-28", None),
        ("--kind routewissel --dagtekening 2024-02-29", "2025-08-29", "2025-08-31"),
        ("--kind termijn --dagtekening 2025-02-28", "2028-02-28", "2028-02-29"),
        ("--kind termijn --dagtekening 2024-02-28", "2027-02-27", "2027-02-28"),
        ("--kind termijn --dagtekening 2025-02-28 --duo-einddatum 2028-03-01", "2028-02-29", None),
        ("--kind aanbod --groep asielstatushouder --dagtekening 2025-11-28", "2026-02-28", None),
        ("--kind bezwaar --bekendmaking 2026-04-02", "2026-05-18", None),
        ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02", "2026-06-29", None),
        ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02 --commissie", "2026-08-10", None),
        ("--kind beslissing-op-bezwaar --bekendmaking 2026-04-02 --commissie --verdaging", "2026-09-21", None),
    ],
)  # fmt: skip
def test_the_worked_examples(arguments: str, due_on: str, lapses_on: str | None) -> None:
    answer = termijn(*arguments.split())
    assert (answer["uiterlijkOp"], answer["vervaltNa"]) == (due_on, lapses_on)


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
    kinds = {row["soort"]: row["gegevens"] for row in termijn("--list")}
    assert kinds["bezwaar"] == ["--bekendmaking"]
    assert kinds["pip"][:3] == ["--kennisgeving", "--brp-inschrijving", "--groep"]
    assert kinds["termijn"][:3] == ["--dagtekening", "--duo-startdatum", "--duo-einddatum"]


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
