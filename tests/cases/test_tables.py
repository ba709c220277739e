"""The national tables, from the files as published."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.models import Country, Municipality, Nationality, ResidencePermit

PUBLISHED = Path(__file__).parents[3] / "shared/brp"

FILES = {
    "gemeenten": '"92.10 Gemeentecode","92.11 Omschrijving","92.12 Nieuwe code","99.98 Datum ingang","99.99 Datum einde"\n'
    '"0001","Adorp","0053","","19900101"\n',
    "landen": '"94.10 Landcode","94.11 Omschrijving","99.98 Datum ingang","99.99 Datum einde","Fictieve datum einde"\n'
    '"7009","Syrië","19460000","",""\n',
    "nationaliteiten": '"05.11 Nationaliteitscode","05.12 Omschrijving","99.98 Datum ingang","99.99 Datum einde"\n'
    '"0336","Syrische","",""\n',
    "verblijfstitels": '"39.11 Verblijfstitel","39.12 Omschrijving","99.98 Datum ingang","99.99 Datum einde"\n'
    '"26","Asiel, bepaalde tijd","",""\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8-sig")
    return tmp_path


def test_the_tables_are_read(db: None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("laad_tabellen", folder)
    assert capsys.readouterr().out.splitlines() == [f"{name}: 1 rijen" for name in FILES]
    adorp = Municipality.objects.get()
    assert (adorp.new_code, adorp.ends_on) == ("0053", date(1990, 1, 1))
    assert Country.objects.get().starts_on == date(1946, 1, 1)
    assert ResidencePermit.objects.get().code == "26"


def test_reading_again_updates(db: None, folder: Path) -> None:
    call_command("laad_tabellen", folder)
    path = folder / "nationaliteiten.csv"
    path.write_text(path.read_text().replace('"",""', '"","20300101"'))
    call_command("laad_tabellen", folder)
    assert Nationality.objects.get().ends_on == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (None, "landen.csv is er niet"),
        ("a,b\n1,2\n", "ontbreken deze kolommen: Landcode"),
        (FILES["landen"].replace("7009", "709"), "regel 2: een rij heeft een code van 4 cijfers"),
        (FILES["landen"].replace("19460000", "1946-01-01"), "regel 2: 1946-01-01 is geen datum"),
        (FILES["landen"].replace("19460000", "20260230"), "geen datum"),
        ("", "ontbreken"),
    ],
)
def test_a_broken_file_gets_a_sentence_and_changes_nothing(
    db: None, folder: Path, broken: str | None, sentence: str
) -> None:
    if broken is None:
        (folder / "landen.csv").unlink()
    else:
        (folder / "landen.csv").write_text(broken)
    with pytest.raises(CommandError, match=sentence):
        call_command("laad_tabellen", folder)
    assert not Municipality.objects.exists()


def test_a_folder_that_is_not_there_gets_a_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="De map /bestaat/niet is er niet"):
        call_command("laad_tabellen", "/bestaat/niet")


def test_the_demo_has_its_own_small_tables(db: None) -> None:
    call_command("laad_tabellen")
    assert Municipality.objects.filter(code="9901", name="Zonnedijk").exists()
    assert Country.objects.filter(name="Eritrea").exists()


@pytest.mark.ketentest
@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="De tabellen van de BRP zijn hier niet.")
def test_the_published_tables_are_read_whole(db: None) -> None:
    call_command("laad_tabellen", PUBLISHED)
    assert Country.objects.count() > 350
    assert Municipality.objects.filter(ends_on=None).count() > 300
