"""What has already happened in the demo: one newcomer with a PIP, one whose intake is under way.

Everybody else arrives by DUO's messages, as in real life.
"""

from datetime import date, timedelta
from typing import Any

from accounts.models import Gemeente, User
from accounts.services import resident_for
from caseload.management.story.contact import keep_in_touch, plan_without_interpreter
from caseload.management.story.objection import object_to
from caseload.management.story.preparation import prepare
from caseload.management.story.summons import call_to_the_intake, gather
from cases.enums import Gender, Group, Origin
from cases.models import Case, Nationality
from cases.selectors import open_case_of, person_with_bsn
from cases.services import open_case, save_languages, save_person
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.services import meet_deadline, start_deadline, start_promise
from inburgering.kit.partial_date import PartialDate
from intake.enums import Indicator, Interpreter, LbtOutcome, TalkMode
from intake.models import Intake
from intake.services import (
    add_talk,
    complete_intake,
    open_intake,
    record_lbt_result,
    record_private_talk,
    save_answer,
)
from pip_plans.enums import (
    Alphabetisation,
    Benefit,
    Factor,
    FurtherLearning,
    Leerroute,
    Level,
    LevelSource,
    Means,
    Niveau,
    Owner,
    Participation,
    Reaction,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
    TranslationState,
    Wish,
)
from pip_plans.models import PipVersion
from pip_plans.rules.obstacles import relief_ends_on
from pip_plans.rules.plan import PlanTranslation
from pip_plans.services import (
    add_agreement,
    add_goal,
    answer_comment,
    comment_on,
    establish_pip,
    remove_goal,
    respond,
    save_translations,
    share_concept,
    start_concept,
    update_concept,
)

ARABIC, DUTCH = "ar", "nl"

# question → (original, translation); without a translation the answer is in Dutch.
_YUSUF: dict[str, tuple[str, str]] = {
    "doelen": ("أريد أن أعمل كهربائيًا مرة أخرى", "Ik wil weer als elektricien werken"),
    "wensen": (
        "أريد أن أتعلم اللغة بسرعة وأن أعمل في الوقت نفسه",
        "Ik wil snel de taal leren en daarnaast werken",
    ),
    "zorgen": ("أنا قلق على والديّ في حلب", "Ik maak mij zorgen over mijn ouders in Aleppo"),
    "terugvertellen": (
        "الآن تضعون خطة وأنا أقول رأيي فيها",
        "Nu maken jullie een plan en ik zeg wat ik ervan vind",
    ),
}
_YUSUF_DUTCH = {
    "gewenste_route": "B", "onderwijs_jaren": "12", "hoogste_opleiding": "beroep", "diploma": "met_papieren",
    "diploma_richting": "Elektrotechniek, Aleppo, 2011", "diplomawaardering": "nee", "beroep": "Elektricien",
    "werkervaring_jaren": "7", "taal_luisteren": "A1", "taal_spreken": "A1", "taal_lezen": "A0", "taal_schrijven": "A0",
    "schrift": "arabisch", "eigen_schrift_lezen": "goed", "eigen_schrift_schrijven": "goed", "latijns_lezen": "goed",
    "latijns_schrijven": "beetje", "alfabetisering": "NVT", "werkt_nu": "nee", "werk_uren": "0",
    "werk_wens": "Elektricien, eerst als hulpmonteur", "inkomen": "uitkering", "gezin": "Woont alleen. Ouders wonen in Aleppo.",
    "wonen": "eigen", "les_tijden": "Overdag, vijf dagen in de week", "gezondheid_invloed": "nee", "zien_horen": "nee",
    "kinderen": "nee", "brieven": "met_hulp", "geld_regelen": "zelf", "digitaal": "zelf", "afspraken": "zelf",
}  # fmt: skip


def tell(gemeente: Gemeente, klantmanager: User, *, today: date) -> None:
    """Makes both cases, unless they are there."""
    yusuf = _arrive(gemeente, klantmanager, today, bsn="999986387", first_names="Yusuf", last_name="al-Haddad",
                    birth=PartialDate(1991, 3, 14), v_number=2811045501, days_ago=20)  # fmt: skip
    if yusuf:
        version = _plan(_talk_it_over(yusuf, klantmanager, today), klantmanager, today)
        object_to(version, klantmanager)
        keep_in_touch(yusuf, klantmanager, today=today)
    rashid = _arrive(gemeente, klantmanager, today, bsn="999946493", first_names="Rashid", last_name="Osman",
                     birth=PartialDate(2003, 3, 15), v_number=2811045516, days_ago=66)  # fmt: skip
    if rashid:
        prepare(rashid, klantmanager)
        intake = open_intake(case=rashid, by=klantmanager, on=today - timedelta(days=3))
        save_answer(intake=intake, question="doelen", by=klantmanager, original_language=ARABIC,
                    original="أريد أن أصبح طباخًا", translation="Ik wil kok worden")  # fmt: skip
        add_talk(intake=intake, held_on=today - timedelta(days=3), mode=TalkMode.KANTOOR,
                 interpreter=Interpreter.TELEFOON, interpreter_language=ARABIC, by=klantmanager)  # fmt: skip
        plan_without_interpreter(rashid, klantmanager, today=today)
        call_to_the_intake(rashid, klantmanager, today=today)
        gather(rashid, klantmanager, today=today)


def _arrive(
    gemeente: Gemeente, klantmanager: User, today: date, *, bsn: str, first_names: str, last_name: str,
    birth: PartialDate, v_number: int, days_ago: int,
) -> Case | None:  # fmt: skip
    """None when the person already has a case here."""
    known = person_with_bsn(bsn)
    if known and open_case_of(known, gemeente.pk):
        return None
    person = save_person(
        person=known, bsn=bsn, first_names=first_names, last_name=last_name, birth=birth, v_number=v_number,
        gender=Gender.MALE, interpreter_needed=True, interpreter_language=ARABIC,
        nationalities=list(Nationality.objects.filter(code="0336")),
    )  # fmt: skip
    save_languages(
        person=person,
        languages=[{"code": ARABIC, "speaks": True, "reads": True, "writes": True, "preferred": True}],
    )
    registered = today - timedelta(days=days_ago)
    case = open_case(
        person=person, gemeente=gemeente, origin=Origin.DUO, on=registered, by=None, klantmanager=klantmanager,
        team=klantmanager.memberships.get().team, group=Group.ASIELSTATUSHOUDER, brp_registered_on=registered,
        duty_from=today - timedelta(days=150), notified_on=today - timedelta(days=140),
    )  # fmt: skip
    facts = Facts(group=Group.ASIELSTATUSHOUDER, notified_on=case.notified_on, brp_registered_on=registered)
    start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)
    start_promise(case=case, kind=Kind.EERSTE_INFORMATIE, on=registered, by=None)
    meet_deadline(case=case, kind=Kind.EERSTE_INFORMATIE, on=registered + timedelta(days=1), by=None)
    return case


def _talk_it_over(case: Case, by: User, today: date) -> Case:
    intake: Intake = open_intake(case=case, by=by, on=today - timedelta(days=12))
    for question, (original, translation) in _YUSUF.items():
        save_answer(intake=intake, question=question, by=by, original=original, original_language=ARABIC,
                    translation=translation)  # fmt: skip
    for question, answer in _YUSUF_DUTCH.items():
        save_answer(intake=intake, question=question, by=by, original=answer)
    record_private_talk(intake=intake, on=today - timedelta(days=12), by=by)
    add_talk(intake=intake, held_on=today - timedelta(days=12), mode=TalkMode.KANTOOR, interpreter=Interpreter.TELEFOON,
             interpreter_language=ARABIC, by=by)  # fmt: skip
    record_lbt_result(case=case, result=LbtOutcome.HAALBAAR, score="62,50", needed_score="50,00",
                      taken_on=today - timedelta(days=6))  # fmt: skip
    complete_intake(intake=intake, by=by)
    return case


def _plan(case: Case, by: User, today: date) -> PipVersion:
    version = start_concept(case=case, by=by)
    for goal in version.goals.all():
        remove_goal(goal=goal, by=by)
    work, people = (
        add_goal(
            version=version, by=by, own_text=text, own_language=ARABIC, translation_nl=dutch, indicator=about
        )
        for text, dutch, about in (
            ("أريد أن أعمل كهربائيًا مرة أخرى", "Ik wil weer als elektricien werken", Indicator.WERK),
            ("أريد أن أتعرف على جيراني", "Ik wil mijn buren leren kennen", Indicator.SOCIALE_BRUGGEN),
        )
    )
    for goal, text, translation, owner, weeks in (
        (work, "Yusuf gaat vier ochtenden in de week naar taalles", "يذهب يوسف أربع صباحات في الأسبوع إلى دروس اللغة",
         Owner.NIEUWKOMER, 8),
        (work, "De gemeente laat het diploma elektrotechniek waarderen", "تطلب البلدية تقييم شهادة الهندسة الكهربائية",
         Owner.GEMEENTE, 6),
        (work, "De gemeente zoekt een plek als hulpmonteur voor twee dagen in de week",
         "تبحث البلدية عن مكان عمل كمساعد فني يومين في الأسبوع", Owner.GEMEENTE, 16),
        (people, "Yusuf gaat elke woensdag naar het buurthuis", "يذهب يوسف كل أربعاء إلى مركز الحي", Owner.NIEUWKOMER, 4),
    ):  # fmt: skip
        add_agreement(version=version, by=by, text=text, owner=owner, goal=goal, due_on=today + timedelta(weeks=weeks),
                      own_language=ARABIC, translation=translation, translation_state=TranslationState.GECONTROLEERD)  # fmt: skip
    version = update_concept(
        version=version, by=by, leerroute=Leerroute.B, wished_leerroute=Wish.B, niveau=Niveau.B1, intensity_hours=900,
        alphabetisation=Alphabetisation.NVT, factors=[Factor.WENS, Factor.OPLEIDING, Factor.TOETS],
        why_not_o="U wilt eerst werken. Een opleiding kan later nog.", why_not_z="U leest en leert goed. B1 lukt u.",
        motivation="U hebt een vakdiploma en leest goed. U wilt snel als elektricien werken, en daarvoor is B1 nodig.",
        motivation_own_language="لديك دبلوم مهني وتقرأ جيدًا. تريد العمل كهربائيًا بسرعة، ولهذا تحتاج إلى مستوى B1.",
        own_language=ARABIC, translation_state=TranslationState.GECONTROLEERD, pvt_hours=12, map_hours=40, talks_per_year=4,
        support="Sanne belt elke maand. Een taalmaatje oefent een keer in de week met u.",
        participation_duties="Twee dagen in de week werken als hulpmonteur, zodra er een plek is.",
        perspective="Werken als elektricien. De eerste stap is een leerwerkplek bij een installatiebedrijf.",
        **_life(today),
    )  # fmt: skip
    version = save_translations(version=version, by=by, translations=_in_arabic())
    _agree(version, case, by)
    return establish_pip(version=version, on=today, by=by)


def _life(today: date) -> dict[str, Any]:
    """Money, taking part, and what comes after: Yusuf needs B2 for his work, and the gemeente promised it."""
    registered = today - timedelta(days=20)
    return {
        "participation": Participation.TEGELIJK, "participation_hours": 16, "participation_in_dutch": True,
        "participation_activity": "Twee dagen in de week meewerken bij een installatiebedrijf.",
        "benefit": Benefit.JA, "benefit_from": registered, "relief": Relief.VOLLEDIG, "relief_costs": ReliefCost.values,
        "benefit_duties": "U zoekt werk dat bij de lessen past. U vertelt de gemeente meteen wat er verandert.",
        "relief_from": registered, "relief_until": relief_ends_on(registered),
        "wished_level": Level.B2, "needed_level": Level.B2, "needed_level_source": LevelSource.WERKGEVER,
        "needed_level_by": "Installatiebedrijf Stroom", "further_learning": FurtherLearning.TOEGEZEGD,
        "further_learning_reason": "Na B1 betaalt de gemeente een cursus tot B2.",
        "target_occupation": "Elektricien", "next_step": "Een leerwerkplek zoeken bij een installatiebedrijf.",
        "next_step_helper": "Sanne, uw klantmanager", "next_step_on": today + timedelta(weeks=16),
        "study_goal": StudyGoal.MBO, "pathways": ["Mbo-opleiding met werk (bbl)"],
        "study_with_benefit": StudyWithBenefit.JA,
    }  # fmt: skip


# By the field of the plan; the rest is in Dutch only, as in most plans.
_CHECKED = {
    "why_not_o": "تريد أن تعمل أولاً. يمكنك الدراسة لاحقاً.",
    "why_not_z": "أنت تقرأ وتتعلم جيداً. تستطيع الوصول إلى مستوى B1.",
    "support": "تتصل بك ساني كل شهر. ويتدرب معك رفيق لغة مرة في الأسبوع.",
    "participation_activity": "العمل يومين في الأسبوع مع شركة تركيبات كهربائية.",
    "further_learning_reason": "بعد مستوى B1 تدفع البلدية دورة حتى مستوى B2.",
    "target_occupation": "كهربائي",
}
_BY_MACHINE = {
    "benefit_duties": "تبحث عن عمل يناسب أوقات الدروس. وتخبر البلدية فوراً بأي تغيير.",
    "next_step": "البحث عن مكان للتدريب والعمل لدى شركة تركيبات كهربائية.",
}


def _in_arabic() -> list[PlanTranslation]:
    """What an interpreter looked at, and what nobody looked at yet."""
    return [
        PlanTranslation(field=field, text=text, state=state)
        for state, texts in ((TranslationState.GECONTROLEERD, _CHECKED), (TranslationState.AUTOMATISCH, _BY_MACHINE))
        for field, text in texts.items()
    ]  # fmt: skip


def _agree(version: PipVersion, case: Case, by: User) -> None:
    """Yusuf reads along in the portal, asks for one thing, and confirms with DigiD."""
    yusuf = resident_for(bsn_index=case.person.bsn_index or "", name=case.person.full_name)
    share_concept(version=version, by=by)
    comment = comment_on(version=version, by=yusuf, text="Kan ik ook in de avond oefenen?")
    answer_comment(comment=comment, by=by, answer="Ja. Het taalmaatje komt in de avond.",
                   own="نعم. يأتي رفيق اللغة في المساء.", state=TranslationState.GECONTROLEERD)  # fmt: skip
    respond(version=version, by=yusuf, reaction=Reaction.AKKOORD, means=Means.DIGID, language=ARABIC)
