"""First of all: what the newcomer wants, in the newcomer's own words."""

from intake.enums import QuestionKind
from intake.rules.catalogue import options
from intake.rules.questions import Question, Section, Words

EIGEN_WOORDEN = Section(
    key="eigen-woorden",
    title="In eigen woorden",
    icon="message-circle",
    intro="Begin hier. Schrijf op wat de nieuwkomer zegt, in de eigen taal of met de woorden van de tolk.",
    questions=(
        Question(
            key="doelen", label="Doelen", kind=QuestionKind.OWN_WORDS, required=True, may_decline=True,
            words=Words(
                "Wat wilt u bereiken in Nederland? Hoe ziet uw leven er over drie jaar uit?",
                "What do you want to achieve in the Netherlands? What will your life look like in three years?",
                "ماذا تريد أن تحقق في هولندا؟ كيف ستبدو حياتك بعد ثلاث سنوات؟",
            ),
        ),
        Question(
            key="wensen", label="Wensen", kind=QuestionKind.OWN_WORDS, required=True, may_decline=True,
            words=Words(
                "Wat wilt u graag leren of doen? Waar bent u goed in?",
                "What would you like to learn or do? What are you good at?",
                "ماذا تحب أن تتعلم أو تفعل؟ ما الذي تجيده؟",
            ),
        ),
        Question(
            key="zorgen", label="Zorgen", kind=QuestionKind.OWN_WORDS, required=True, may_decline=True,
            words=Words(
                "Waar maakt u zich zorgen over? Wat mist u?",
                "What worries you? What do you miss?",
                "ما الذي يقلقك؟ ما الذي تفتقده؟",
            ),
        ),
        Question(
            key="gewenste_route", label="Gewenste leerroute", kind=QuestionKind.CHOICE, required=True,
            options=options.ROUTES,
            hint="Leg eerst de drie leerroutes uit. De gemeente kiest later, en legt dan uit waarom.",
            words=Words(
                "Welke leerroute past volgens u het best bij u?",
                "Which learning route do you think suits you best?",
                "أي مسار تعليمي تراه الأنسب لك؟",
            ),
        ),
        Question(
            key="verwachtingen", label="Verwachtingen", kind=QuestionKind.OWN_WORDS, may_decline=True,
            words=Words(
                "Wat verwacht u van de gemeente? En van uzelf?",
                "What do you expect of the municipality? And of yourself?",
                "ماذا تتوقع من البلدية؟ ومن نفسك؟",
            ),
        ),
    ),
)  # fmt: skip
