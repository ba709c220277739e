"""Education and work until now, and language."""

from intake.enums import QuestionKind
from intake.rules.catalogue import options
from intake.rules.questions import Question, Section, Words

ONDERWIJS_WERK = Section(
    key="onderwijs-werk",
    title="Onderwijs en werkervaring",
    icon="school",
    intro="Wat iemand al kan en gedaan heeft. Vraag ook naar opleiding zonder papieren.",
    questions=(
        Question(
            key="onderwijs_jaren", label="Jaren onderwijs", kind=QuestionKind.NUMBER, required=True, maximum=40,
            words=Words("Hoeveel jaar bent u naar school geweest?", "For how many years did you go to school?",
                        "كم سنة ذهبت إلى المدرسة؟"),
        ),
        Question(
            key="hoogste_opleiding", label="Hoogste opleiding", kind=QuestionKind.CHOICE, required=True,
            options=options.EDUCATION,
            words=Words("Wat is uw hoogste opleiding?", "What is your highest level of education?",
                        "ما هو أعلى مستوى تعليمي لديك؟"),
        ),
        Question(
            key="diploma", label="Diploma", kind=QuestionKind.CHOICE, required=True, options=options.DIPLOMA,
            words=Words("Hebt u een diploma?", "Do you have a diploma?", "هل لديك شهادة؟"),
        ),
        Question(
            key="diploma_richting", label="Welk diploma", kind=QuestionKind.TEXT,
            words=Words("Welk diploma is dat, en uit welk land?", "Which diploma is it, and from which country?",
                        "ما هي هذه الشهادة ومن أي بلد؟"),
        ),
        Question(
            key="studie_doel", label="Gewenste opleiding", kind=QuestionKind.CHOICE, options=options.STUDY,
            words=Words("Welke opleiding wilt u later doen?", "Which education would you like to do later?",
                        "ما الدراسة التي ترغب فيها لاحقًا؟"),
            hint="De leeftijd speelt hierbij geen rol: de wet kent geen leeftijdsgrens.",
        ),
        Question(
            key="diplomawaardering", label="Diplomawaardering", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Is uw diploma in Nederland gewaardeerd?", "Has your diploma been evaluated in the Netherlands?",
                        "هل تم تقييم شهادتك في هولندا؟"),
        ),
        Question(
            key="beroep", label="Beroep en ervaring", kind=QuestionKind.TEXT, required=True,
            hint="Ook werk in huis, op het land of in een winkel van familie telt.",
            words=Words("Welk werk hebt u gedaan?", "What work have you done?", "ما هي الأعمال التي قمت بها؟"),
        ),
        Question(
            key="werkervaring_jaren", label="Jaren werkervaring", kind=QuestionKind.NUMBER, required=True, maximum=70,
            words=Words("Hoeveel jaar hebt u gewerkt?", "For how many years have you worked?", "كم سنة عملت؟"),
        ),
        Question(
            key="beroep_erkenning", label="Erkenning van het beroep", kind=QuestionKind.TEXT,
            words=Words("Wilt u dat beroep in Nederland weer doen? Wat is daarvoor nodig?",
                        "Do you want to do that profession in the Netherlands again? What is needed for it?",
                        "هل تريد ممارسة هذه المهنة في هولندا مجددًا؟ وما المطلوب لذلك؟"),
            hint="Bijvoorbeeld een BIG-registratie, een hoger taalniveau of een aanvullende opleiding.",
        ),
        Question(
            key="niveau_beroep", label="Taalniveau voor het beroep", kind=QuestionKind.CHOICE, for_staff=True,
            options=options.GOAL_LEVELS, words=Words("Welk taalniveau is nodig voor het beroep dat de nieuwkomer wil?"),
            hint="Is dit hoger dan het niveau van de leerroute, dan vraagt het PIP een besluit over doorleren.",
        ),
    ),
)  # fmt: skip


def _skill(key: str, label: str, nl: str, en: str, ar: str) -> Question:
    return Question(key=key, label=label, kind=QuestionKind.CHOICE, required=True, options=options.LEVELS,
                    words=Words(nl, en, ar))  # fmt: skip


def _script(key: str, label: str, nl: str, en: str, ar: str) -> Question:
    return Question(key=key, label=label, kind=QuestionKind.CHOICE, required=True, options=options.HOW_WELL,
                    words=Words(nl, en, ar))  # fmt: skip


TAAL = Section(
    key="taal",
    title="Taalniveau",
    icon="language",
    intro="Per vaardigheid, en lezen en schrijven per schrift: wie een ander schrift leest, is niet ongeletterd.",
    questions=(
        _skill("taal_luisteren", "Nederlands luisteren", "Hoe goed verstaat u Nederlands?",
               "How well do you understand spoken Dutch?",
               "ما مدى فهمك للهولندية عند الاستماع؟"),
        _skill("taal_spreken", "Nederlands spreken", "Hoe goed spreekt u Nederlands?", "How well do you speak Dutch?",
               "ما مدى إتقانك للتحدث بالهولندية؟"),
        _skill("taal_lezen", "Nederlands lezen", "Hoe goed leest u Nederlands?", "How well do you read Dutch?",
               "ما مدى إتقانك لقراءة الهولندية؟"),
        _skill("taal_schrijven", "Nederlands schrijven", "Hoe goed schrijft u Nederlands?",
               "How well do you write Dutch?",
               "ما مدى إتقانك للكتابة بالهولندية؟"),
        Question(
            key="gewenst_niveau", label="Gewenst taalniveau", kind=QuestionKind.CHOICE, options=options.GOAL_LEVELS,
            words=Words("Welk niveau Nederlands wilt u halen?", "Which level of Dutch do you want to reach?",
                        "ما مستوى الهولندية الذي تريد الوصول إليه؟"),
        ),
        Question(
            key="voorinburgering", label="Voorinburgering", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Hebt u in het azc lessen gevolgd?", "Did you follow lessons in the reception centre?",
                        "هل تابعت دروسًا في مركز الاستقبال؟"),
            hint="Vraag naar het certificaat, en zet het niveau bij de metingen.",
        ),
        Question(
            key="voorinburgering_uren", label="Uren voorinburgering", kind=QuestionKind.NUMBER, maximum=2000,
            only_if=("voorinburgering", "ja"),
            words=Words("Hoeveel uur les was dat ongeveer?", "About how many hours of lessons was that?",
                        "كم ساعة من الدروس كان ذلك تقريبًا؟"),
        ),
        Question(
            key="zelfstudie", label="Zelf geleerd", kind=QuestionKind.TEXT,
            words=Words("Wat hebt u zelf geleerd? Hoe deed u dat?", "What did you learn by yourself? How did you do it?",
                        "ماذا تعلمت بنفسك؟ وكيف فعلت ذلك؟"),
        ),
        Question(
            key="eerdere_lessen", label="Eerdere lessen Nederlands", kind=QuestionKind.TEXT,
            hint="Bijvoorbeeld voorinburgering in het azc, lessen van vrijwilligers, of zelf geleerd.",
            words=Words("Waar hebt u al Nederlands geleerd?", "Where have you learned Dutch already?",
                        "أين تعلمت الهولندية من قبل؟"),
        ),
        Question(
            key="schrift", label="Eerste schrift", kind=QuestionKind.CHOICE, required=True, options=options.SCRIPTS,
            words=Words("Welk schrift hebt u het eerst geleerd?", "Which script did you learn first?",
                        "ما هي الكتابة التي تعلمتها أولًا؟"),
        ),
        _script("eigen_schrift_lezen", "Lezen in eerste schrift", "Hoe goed leest u dat schrift?",
                "How well do you read that script?",
                "ما مدى إتقانك للقراءة بها؟"),
        _script("eigen_schrift_schrijven", "Schrijven in eerste schrift", "Hoe goed schrijft u dat schrift?",
                "How well do you write that script?", "ما مدى إتقانك للكتابة بها؟"),
        _script("latijns_lezen", "Lezen in Latijns schrift", "Hoe goed leest u het Latijnse schrift (a, b, c)?",
                "How well do you read the Latin script (a, b, c)?",
                                                        "ما مدى إتقانك لقراءة الحروف اللاتينية (a, b, c)؟"),
        _script("latijns_schrijven", "Schrijven in Latijns schrift", "Hoe goed schrijft u het Latijnse schrift (a, b, c)?",
                "How well do you write the Latin script (a, b, c)?",
                                                         "ما مدى إتقانك لكتابة الحروف اللاتينية (a, b, c)؟"),
        Question(
            key="alfabetisering", label="Alfabetisering", kind=QuestionKind.CHOICE, required=True, for_staff=True,
            options=options.ALPHABETISATION,
            words=Words("Wat is uw conclusie over lezen en schrijven?"),
            hint="Dit oordeel is van u, niet van de toets. Het komt terug in het PIP.",
        ),
        Question(
            key="andere_talen", label="Andere talen", kind=QuestionKind.TEXT,
            words=Words("Welke andere talen spreekt u?", "Which other languages do you speak?",
                        "ما هي اللغات الأخرى التي تتكلمها؟"),
        ),
    ),
)  # fmt: skip

TOETS = Section(
    key="toets",
    title="Leerbaarheidstoets",
    icon="clipboard-check",
    intro="De uitslag komt van DUO. Bespreek de uitslag, en schrijf op wat de nieuwkomer en u ervan vinden.",
    questions=(
        Question(
            key="reactie_toets", label="Reactie op de toets", kind=QuestionKind.OWN_WORDS, may_decline=True,
            words=Words("Wat vindt u van de toets en de uitslag?", "What do you think of the test and its result?",
                        "ما رأيك في الاختبار ونتيجته؟"),
        ),
        Question(
            key="oordeel_toets", label="Uw oordeel over de uitslag", kind=QuestionKind.CHOICE, for_staff=True,
            options=options.JUDGEMENT, words=Words("Past de uitslag bij wat u ziet en hoort?"),
        ),
        Question(
            key="oordeel_toets_toelichting", label="Toelichting op uw oordeel", kind=QuestionKind.TEXT, for_staff=True,
            words=Words("Waar ziet u dat aan?"),
            hint="Verplicht als de toets iets anders zegt dan de andere bronnen.",
        ),
    ),
)  # fmt: skip
