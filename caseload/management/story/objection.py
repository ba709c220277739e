"""What the demo shows of a bezwaar: the newcomer made it in the portal, and somebody still has to hear him."""

from django.utils import timezone

from accounts.models import User
from accounts.services import resident_for
from pip_plans.enums import ObjectionVia
from pip_plans.models import PipVersion
from pip_plans.services import register_objection, translate_objection

ARABIC = "ar"


def object_to(version: PipVersion, by: User) -> None:
    """He agrees with the route, but wants more lessons; the klantmanager had his words translated."""
    person = version.pip.case.person
    newcomer = resident_for(bsn_index=person.bsn_index or "", name=person.full_name)
    objection = register_objection(
        version=version, received_on=timezone.localdate(), via=ObjectionVia.PORTAAL, language=ARABIC, by=newcomer,
        text="أنا موافق على المسار، لكن ساعات الدروس قليلة. أريد أن أتعلم بسرعة لأعمل كهربائيًا.",
    )  # fmt: skip
    translate_objection(objection=objection, by=by, translation_nl="Ik ben het eens met de route, maar ik krijg te weinig "
                        "lesuren. Ik wil snel leren, zodat ik als elektricien kan werken.")  # fmt: skip
