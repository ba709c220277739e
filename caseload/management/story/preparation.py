"""What the demo shows of preparing for the brede intake: a pack that was read, a sheet that was filled in."""

from accounts.models import User
from accounts.services import resident_for
from cases.models import Case
from contact.services.notices import mark_read
from contact.services.preparation import send_pack
from intake.enums import Indicator
from intake.services import Given, Rated, save_sheet_step

ARABIC = "ar"


def prepare(case: Case, by: User) -> None:
    """The newcomer reads the pack on a phone and fills in the first and some of the other steps of the sheet."""
    pack = send_pack(case=case, by=by)
    rashid = resident_for(bsn_index=case.person.bsn_index or "", name=case.person.full_name)
    mark_read(notice=pack.portal, by=rashid)
    save_sheet_step(case=case, step="wensen", by=rashid, language=ARABIC, answers={
        "doelen": Given("أريد أن أصبح طباخًا"), "wensen": Given("أحب الطبخ مع الآخرين وتعلم الوصفات الهولندية"),
    })  # fmt: skip
    save_sheet_step(
        case=case, step="zorgen", by=rashid, language=ARABIC, answers={"zorgen": Given(declined=True)}
    )
    save_sheet_step(case=case, step="werk", by=rashid, language=ARABIC, answers={
        "beroep": Given("مساعد طباخ في مطعم عمي"), "werkervaring_jaren": Given("3"),
    })  # fmt: skip
    save_sheet_step(case=case, step="leren-en-werken", by=rashid, ratings={
        Indicator.WERK: Rated("essentieel", "rood"), Indicator.TAAL: Rated("belangrijk", "geel"),
    })  # fmt: skip
    save_sheet_step(case=case, step="mensen", by=rashid, ratings={
        Indicator.SOCIALE_BANDEN: Rated("essentieel", "rood"), Indicator.SOCIALE_BRUGGEN: Rated("interessant", "geel"),
    })  # fmt: skip
