"""The words of the preparation pack: what the brede intake and the PIP are, why, and how to prepare (PP-26).

They stand here and not in a page, so that a recording can say which words it holds.
"""

from dataclasses import dataclass

from cases.enums import Language
from intake.rules.catalogue import QUESTIONS
from intake.rules.preparation import INDICATOR_WORDS, SHEET_STEPS
from intake.rules.questions import Words


@dataclass(frozen=True)
class PackPart:
    """One card of the pack. `points` form a list, numbered when their order matters."""

    key: str
    icon: str
    title: Words
    paragraphs: tuple[Words, ...] = ()
    points: tuple[Words, ...] = ()
    numbered: bool = False


@dataclass(frozen=True)
class SpokenPart:
    """What one recording holds: a card of the pack, or a step of the sheet."""

    key: str
    title: Words
    lines: tuple[Words, ...]

    def text(self, language: str) -> str:
        """What is read aloud, a line a sentence or more; in Dutch where there is no text in this language yet."""
        return "\n".join(words.within(language) or words.nl for words in (self.title, *self.lines))

    def is_written_in(self, language: str) -> bool:
        return bool(self.title.within(language))


PACK: tuple[PackPart, ...] = (
    PackPart(
        "brede-intake", "message-circle",
        Words("Wat is de brede intake?", "What is the intake (brede intake)?", "ما هي المقابلة الشاملة (brede intake)؟"),
        (Words("Dat is een gesprek over u. Wij praten over wat u kunt, wat u hebt gedaan en wat u wilt.",
               "It is a talk about you. We talk about what you can do, what you have done and what you want.",
               "إنها محادثة عنك. نتحدث عما تستطيع، وعما فعلته من قبل، وعما تريد."),),
        (Words("Het is geen examen. U kunt niets fout doen.", "It is not an exam. You cannot do anything wrong.",
               "ليست امتحانًا، ولا يمكن أن تخطئ فيها."),
         Words("U krijgt een tolk als u die nodig heeft.", "You get an interpreter if you need one.",
               "سيكون معك مترجم إذا احتجت إليه."),
         Words("U mag alleen met ons praten, zonder familie of kennissen erbij.",
               "You may talk with us alone, without family or friends.",
               "يمكنك أن تتحدث معنا وحدك، دون عائلتك أو معارفك.")),
    ),
    PackPart(
        "pip", "clipboard-list",
        Words("Wat is het PIP, en waarom is dat er?", "What is the PIP, and why is it there?",
              "ما هي خطة PIP ولماذا توجد؟"),
        (Words("Na het gesprek maakt de gemeente met u een plan. Dat plan heet PIP: Plan Inburgering en Participatie. "
               "Daarin staat wat u leert, wat u gaat doen en hoe de gemeente u helpt.",
               "After the talk the municipality makes a plan with you. The plan is called PIP: Personal Integration and "
               "Participation Plan. It says what you will learn, what you will do and how the municipality helps you.",
               "بعد المحادثة تضع البلدية معك خطة تسمى PIP: خطة الاندماج والمشاركة الشخصية. مكتوب فيها ما ستتعلمه وما "
               "ستفعله وكيف تساعدك البلدية."),
         Words("De gemeente besluit over het plan, maar zegt altijd waarom. U leest het eerst en u mag zeggen wat u "
               "ervan vindt.",
               "The municipality decides on the plan, but always says why. You read it first and you may say what you "
               "think of it.",
               "البلدية هي التي تقرر الخطة، لكنها تقول دائمًا لماذا. تقرؤها أولًا ويمكنك أن تقول رأيك فيها.")),
    ),
    PackPart(
        "voorbereiden", "list-check",
        Words("Zo bereidt u zich voor", "How you prepare", "هكذا تستعد"), (),
        (Words("Denk na: wat wilt u bereiken in Nederland? Wat kunt u goed? Waar maakt u zich zorgen over?",
               "Think: what do you want to achieve in the Netherlands? What are you good at? What worries you?",
               "فكر: ماذا تريد أن تحقق في هولندا؟ ما الذي تجيده؟ ما الذي يقلقك؟"),
         Words("Zoek papieren van school en werk. Heeft u geen papieren? Dat is niet erg, vertel het ons.",
               "Look for papers from school and work. You do not have papers? That is no problem, tell us.",
               "ابحث عن أوراق المدرسة والعمل. ليس لديك أوراق؟ لا بأس، أخبرنا بذلك."),
         Words("Schrijf op wat u wilt vragen.", "Write down what you want to ask.", "اكتب ما تريد أن تسأل عنه.")),
        numbered=True,
    ),
)  # fmt: skip
OWN_VOICE = PackPart(
    "opschrijven", "pencil",
    Words("Schrijf vast iets op", "Write something down already", "اكتب شيئًا من الآن"),
    (Words("Dat mag in uw eigen taal. Het hoeft niet. Bij elke vraag mag u zeggen: dit wil ik niet vertellen. Uw "
           "klantmanager leest het vóór het gesprek, dan hoeft u niet alles opnieuw te vertellen.",
           "You may use your own language. You do not have to do it. With each question you may say: I do not want to "
           "tell this. Your client manager reads it before the talk, so you do not have to tell everything again.",
           "يمكنك الكتابة بلغتك. هذا ليس إلزاميًا. في كل سؤال يمكنك أن تقول: لا أريد أن أخبر بهذا. يقرأ مسؤول ملفك ما "
           "كتبته قبل المحادثة، فلا تحتاج إلى حكاية كل شيء من جديد."),),
)  # fmt: skip
"""What stands above the sheet; once the intake is completed nobody is asked to write any more."""


def _spoken() -> tuple[SpokenPart, ...]:
    cards = (
        SpokenPart(part.key, part.title, (*part.paragraphs, *part.points)) for part in (*PACK, OWN_VOICE)
    )
    steps = (
        SpokenPart(
            step.key, step.title,
            (step.intro, *(QUESTIONS[key].words for key in step.question_keys),
             *(INDICATOR_WORDS[one] for one in step.indicators)),
        )
        for step in SHEET_STEPS
    )  # fmt: skip
    return (*cards, *steps)


SPOKEN: tuple[SpokenPart, ...] = _spoken()
SPOKEN_BY_KEY: dict[str, SpokenPart] = {part.key: part for part in SPOKEN}

HEARD_LANGUAGES: tuple[Language, ...] = tuple(one for one in Language if one is not Language.SIGN_LANGUAGE)
"""In sign language there is nothing to hear."""
