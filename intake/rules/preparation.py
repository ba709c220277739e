"""The sheet that a newcomer can fill in before the brede intake (PP-27): its steps, and what it may fill in for a colleague.

The questions are those of the intake itself, so that an answer stands at its place there. The 14 areas are asked here
only, each with two questions that stay apart: how important, and how it goes (PP-27).
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from intake.enums import Feeling, Importance, Indicator
from intake.rules.catalogue import QUESTIONS
from intake.rules.questions import Question, Words

HEALTH = frozenset({Indicator.ZORG})
"""Says something about health, so it is read by who may read the section about health."""


@dataclass(frozen=True)
class SheetStep:
    """One page of the sheet: a few questions of the intake, or a few areas."""

    key: str
    title: Words
    intro: Words
    question_keys: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(QUESTIONS[key] for key in self.question_keys)


_WITHOUT_EXAM = Words(
    "Geen antwoord is fout. Schrijf in uw eigen taal, als u dat wilt.",
    "No answer is wrong. Write in your own language if you like.",
    "لا توجد إجابة خاطئة. اكتب بلغتك إذا أردت.",
)
_TWO_QUESTIONS = Words(
    "Bij elk onderwerp vragen wij twee dingen: hoe belangrijk is het voor u, en hoe gaat het nu?",
    "For each subject we ask two things: how important is it to you, and how is it going now?",
    "في كل موضوع نسأل عن شيئين: ما أهميته بالنسبة لك، وكيف حاله الآن؟",
)

SHEET_STEPS: tuple[SheetStep, ...] = (
    SheetStep("wensen", Words("Wat wilt u?", "What do you want?", "ماذا تريد؟"), _WITHOUT_EXAM, ("doelen", "wensen")),
    SheetStep("zorgen", Words("Zorgen en verwachtingen", "Worries and expectations", "المخاوف والتوقعات"), _WITHOUT_EXAM,
              ("zorgen", "verwachtingen")),
    SheetStep("onderwijs", Words("School en leren", "School and learning", "المدرسة والتعلّم"),
              Words("Ook wat u zelf hebt geleerd telt mee, met of zonder papieren.",
                    "What you learned by yourself counts too, with or without papers.",
                    "ما تعلمته بنفسك يُحتسب أيضًا، مع أوراق أو بدونها."),
              ("onderwijs_jaren", "hoogste_opleiding", "diploma", "diploma_richting", "zelfstudie")),
    SheetStep("werk", Words("Werk", "Work", "العمل"),
              Words("Ook werk in huis, op het land of in een winkel van familie telt mee.",
                    "Work at home, on the land or in a family shop counts too.",
                    "العمل في البيت أو في الأرض أو في متجر العائلة يُحتسب أيضًا."),
              ("beroep", "werkervaring_jaren", "werk_wens")),
    SheetStep("leren-en-werken", Words("Uw leven nu: leren en werken", "Your life now: learning and working",
                                       "حياتك الآن: التعلّم والعمل"), _TWO_QUESTIONS,
              (), (Indicator.WERK, Indicator.ONDERWIJS, Indicator.TAAL, Indicator.DIGITAAL)),
    SheetStep("wonen", Words("Uw leven nu: wonen en vrije tijd", "Your life now: home and free time",
                             "حياتك الآن: السكن ووقت الفراغ"), _TWO_QUESTIONS,
              (), (Indicator.HUISVESTING, Indicator.ZORG, Indicator.VRIJE_TIJD)),
    SheetStep("mensen", Words("Uw leven nu: mensen om u heen", "Your life now: people around you",
                              "حياتك الآن: الناس من حولك"), _TWO_QUESTIONS,
              (), (Indicator.SOCIALE_BANDEN, Indicator.SOCIALE_BRUGGEN, Indicator.SOCIALE_CONNECTIES)),
    SheetStep("samenleving", Words("Uw leven nu: leven in Nederland", "Your life now: living in the Netherlands",
                                   "حياتك الآن: العيش في هولندا"), _TWO_QUESTIONS,
              (), (Indicator.CULTUUR, Indicator.VEILIGHEID, Indicator.STABILITEIT, Indicator.RECHTEN)),
)  # fmt: skip
STEP_BY_KEY: dict[str, SheetStep] = {step.key: step for step in SHEET_STEPS}
SHEET_QUESTIONS: frozenset[str] = frozenset(key for step in SHEET_STEPS for key in step.question_keys)

INDICATOR_WORDS: dict[Indicator, Words] = {
    Indicator.WERK: Words("Werk: betaald werk of vrijwilligerswerk", "Work: paid work or volunteering",
                          "العمل: بأجر أو تطوعًا"),
    Indicator.ONDERWIJS: Words("Onderwijs: school, opleiding, cursus", "Education: school, training, courses",
                               "التعليم: المدرسة والتدريب والدورات"),
    Indicator.TAAL: Words("Taal: Nederlands spreken, lezen en schrijven", "Language: speaking, reading and writing Dutch",
                          "اللغة: التحدث والقراءة والكتابة بالهولندية"),
    Indicator.DIGITAAL: Words("Computer en telefoon gebruiken", "Using a computer and a phone",
                              "استخدام الحاسوب والهاتف"),
    Indicator.HUISVESTING: Words("Wonen: uw huis en uw buurt", "Housing: your home and your neighbourhood",
                                 "السكن: بيتك وحيّك"),
    Indicator.ZORG: Words("Gezondheid en u goed voelen", "Health and feeling well", "الصحة والشعور بالراحة"),
    Indicator.VRIJE_TIJD: Words("Vrije tijd: sport, muziek, hobby's", "Free time: sports, music, hobbies",
                                "وقت الفراغ: الرياضة والموسيقى والهوايات"),
    Indicator.SOCIALE_BANDEN: Words("Contact met familie en vrienden", "Contact with family and friends",
                            "التواصل مع العائلة والأصدقاء"),
    Indicator.SOCIALE_BRUGGEN: Words("Contact met buren en andere mensen in Nederland",
                             "Contact with neighbours and other people in the Netherlands",
                             "التواصل مع الجيران وغيرهم من الناس في هولندا"),
    Indicator.SOCIALE_CONNECTIES: Words("Contact met gemeente, school, dokter en andere instanties",
                                "Contact with the municipality, school, doctor and other organisations",
                                "التواصل مع البلدية والمدرسة والطبيب والجهات الأخرى"),
    Indicator.CULTUUR: Words("Cultuur: uw eigen cultuur en die van Nederland", "Culture: your own and the Dutch one",
                             "الثقافة: ثقافتك والثقافة الهولندية"),
    Indicator.VEILIGHEID: Words("U veilig voelen", "Feeling safe", "الشعور بالأمان"),
    Indicator.STABILITEIT: Words("Rust en zekerheid in uw leven", "Calm and certainty in your life",
                                 "الهدوء والاستقرار في حياتك"),
    Indicator.RECHTEN: Words("Uw rechten en plichten kennen", "Knowing your rights and duties",
                             "معرفة حقوقك وواجباتك"),
}  # fmt: skip
"""Each area in words that need no explanation."""

HOW_IMPORTANT = Words(
    "Hoe belangrijk is dit voor u?", "How important is this to you?", "ما أهمية هذا بالنسبة لك؟"
)
HOW_IS_IT = Words("Hoe gaat dit nu?", "How is this going now?", "كيف حال هذا الآن؟")
IMPORTANCE_WORDS: dict[Importance, Words] = {
    Importance.ESSENTIEEL: Words("Ik kan niet zonder", "I can't do without it", "لا أستغني عنه"),
    Importance.BELANGRIJK: Words("Belangrijk", "Important", "مهم"),
    Importance.INTERESSANT: Words("Een beetje belangrijk", "A little important", "مهم قليلًا"),
    Importance.NIET: Words("Niet belangrijk", "Not important", "غير مهم"),
    Importance.WEIGERT: Words(
        "Dit wil ik niet vertellen", "I don't want to tell this", "لا أريد أن أخبر بهذا"
    ),
}
FEELING_WORDS: dict[Feeling, Words] = {
    Feeling.GROEN: Words("😃 Goed", "😃 Well", "😃 جيد"),
    Feeling.GEEL: Words("😐 Niet goed en niet slecht", "😐 Not well and not badly", "😐 ليس جيدًا وليس سيئًا"),
    Feeling.ROOD: Words("😞 Slecht", "😞 Badly", "😞 سيئ"),
    Feeling.WEIGERT: Words("Dit wil ik niet vertellen", "I don't want to tell this", "لا أريد أن أخبر بهذا"),
}


def next_step_after(key: str) -> SheetStep | None:
    """None after the last."""
    keys = [step.key for step in SHEET_STEPS]
    place = keys.index(key) + 1
    return SHEET_STEPS[place] if place < len(keys) else None


def may_prefill(*, is_given: bool, authors: AbstractSet[int | None], newcomers: AbstractSet[int]) -> bool:
    """Whether the sheet may write an answer of the intake: nobody gave one yet, or it came from the sheet itself.

    `authors` are the users who gave the answer its parts. What a colleague wrote, also a translation beside the
    newcomer's words, is never written over.
    """
    return not is_given or (bool(authors) and authors <= newcomers)
