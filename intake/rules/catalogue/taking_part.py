"""Work now and later, doing things by oneself, and the end of the talk."""

from intake.enums import QuestionKind
from intake.rules.catalogue import options
from intake.rules.questions import Question, Section, Words

ARBEID = Section(
    key="arbeid",
    title="Arbeidsparticipatie",
    icon="briefcase",
    intro="Wat iemand nu doet, en wat iemand wil gaan doen.",
    questions=(
        Question(
            key="werkt_nu", label="Werk nu", kind=QuestionKind.YES_NO, options=options.YES_NO, required=True,
            words=Words("Werkt u nu?", "Do you work now?", "هل تعمل الآن؟"),
        ),
        Question(
            key="werk_uren", label="Uren werk per week", kind=QuestionKind.NUMBER, required=True, maximum=80,
            only_if=("werkt_nu", "ja"),
            words=Words("Hoeveel uur werkt u per week?", "How many hours a week do you work?",
                        "كم ساعة تعمل في الأسبوع؟"),
        ),
        Question(
            key="werk_taal", label="Nederlands op het werk", kind=QuestionKind.YES_NO, options=options.YES_NO,
            only_if=("werkt_nu", "ja"),
            words=Words("Spreekt u Nederlands op uw werk?", "Do you speak Dutch at work?",
                        "هل تتكلم الهولندية في عملك؟"),
            hint="Zet de werktijden bij 'Vaste tijden in de week'.",
        ),
        Question(
            key="werk_wens", label="Gewenst werk", kind=QuestionKind.TEXT, required=True, may_decline=True,
            words=Words("Welk werk of welke opleiding wilt u doen?", "What work or training would you like to do?",
                        "ما العمل أو التدريب الذي ترغب فيه؟"),
        ),
        Question(
            key="vrijwilligerswerk", label="Vrijwilligerswerk", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Doet u vrijwilligerswerk, of wilt u dat?", "Do you volunteer, or would you like to?",
                        "هل تعمل متطوعًا أو ترغب في ذلك؟"),
        ),
        Question(
            key="inkomen", label="Inkomen", kind=QuestionKind.CHOICE, required=True, options=options.INCOME,
            words=Words("Waar leeft u nu van?", "What do you live on now?", "ما هو مصدر دخلك الآن؟"),
        ),
        Question(
            key="werk_drempels", label="Wat werken moeilijk maakt", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Wat maakt werken of naar les gaan moeilijk?", "What makes it hard to work or go to lessons?",
                        "ما الذي يجعل العمل أو الدراسة صعبًا؟"),
        ),
    ),
)  # fmt: skip


def _by_oneself(key: str, label: str, nl: str, en: str, ar: str) -> Question:
    return Question(key=key, label=label, kind=QuestionKind.CHOICE, required=True, options=options.BY_ONESELF,
                    words=Words(nl, en, ar))  # fmt: skip


ZELFREDZAAMHEID = Section(
    key="zelfredzaamheid",
    title="Zelfredzaamheid",
    icon="key",
    intro="Wat iemand zelf kan regelen, en waar hulp bij nodig is.",
    questions=(
        _by_oneself("brieven", "Brieven en post", "Kunt u brieven van de overheid regelen?",
                    "Can you deal with official letters?",
                    "هل تستطيع التعامل مع رسائل الجهات الرسمية؟"),
        _by_oneself("geld_regelen", "Geld regelen", "Kunt u uw geld en rekeningen regelen?",
                    "Can you manage your money and bills?",
                    "هل تستطيع إدارة أموالك وفواتيرك؟"),
        _by_oneself("digitaal", "Telefoon en computer", "Kunt u dingen regelen op een telefoon of computer?",
                    "Can you arrange things on a phone or computer?",
"هل تستطيع إنجاز الأمور على الهاتف أو الحاسوب؟"),
        Question(
            key="apparaten", label="Apparaten en internet", kind=QuestionKind.CHOICE, options=options.DEVICES,
            words=Words("Waarmee kunt u thuis op internet?", "What can you use for the internet at home?",
                        "ما الذي تستخدمه للإنترنت في المنزل؟"),
        ),
        Question(
            key="digid", label="DigiD", kind=QuestionKind.CHOICE, options=options.BY_ONESELF,
            words=Words("Kunt u inloggen met DigiD?", "Can you log in with DigiD?",
                        "هل تستطيع تسجيل الدخول باستخدام DigiD؟"),
        ),
        Question(
            key="digitaal_leren", label="Online leren", kind=QuestionKind.CHOICE, options=options.BY_ONESELF,
            words=Words("Kunt u een les volgen op een computer of telefoon?",
                        "Can you follow a lesson on a computer or phone?",
                        "هل تستطيع متابعة درس على الحاسوب أو الهاتف؟"),
        ),
        _by_oneself("afspraken", "Afspraken maken", "Kunt u zelf afspraken maken, bijvoorbeeld met de huisarts?",
                    "Can you make appointments yourself, for example with a doctor?",
                    "هل تستطيع حجز المواعيد بنفسك، مثلًا مع الطبيب؟"),
        Question(
            key="netwerk", label="Netwerk", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Wie helpt u als u hulp nodig hebt?", "Who helps you when you need help?",
                        "من يساعدك عندما تحتاج إلى المساعدة؟"),
        ),
    ),
)  # fmt: skip

AFSLUITING = Section(
    key="afsluiting",
    title="Tot slot",
    icon="flag",
    intro="Leg uit wat er na dit gesprek gebeurt: het plan (PIP), de leerroute, en wanneer de nieuwkomer van u hoort.",
    questions=(
        Question(
            key="terugvertellen", label="Terugvertellen", kind=QuestionKind.OWN_WORDS,
            words=Words("Kunt u vertellen wat er nu gebeurt?", "Can you tell me what happens next?",
                        "هل يمكنك أن تخبرني بما سيحدث الآن؟"),
            hint="Schrijf op wat de nieuwkomer zegt. Lukt het niet, leg het dan nog een keer uit.",
        ),
        Question(
            key="tolk_goed", label="Tolk goed te verstaan", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Kon u de tolk goed verstaan?", "Could you understand the interpreter well?",
                        "هل استطعت فهم المترجم جيدًا؟"),
            hint="Alleen als er een tolk was.",
        ),
        Question(
            key="verder", label="Verder", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Is er nog iets wat u wilt zeggen?", "Is there anything else you would like to say?",
                        "هل هناك شيء آخر تود قوله؟"),
        ),
    ),
)  # fmt: skip
