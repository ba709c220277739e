"""Personal circumstances, health and the education of young children."""

from intake.enums import QuestionKind
from intake.rules.catalogue import options
from intake.rules.questions import Question, Section, Words

OMSTANDIGHEDEN = Section(
    key="omstandigheden",
    title="Persoonlijke omstandigheden",
    icon="home",
    intro="Wat helpt of stoort bij leren en meedoen.",
    questions=(
        Question(
            key="gezin", label="Gezin", kind=QuestionKind.TEXT, required=True, may_decline=True,
            words=Words("Met wie woont u? Waar is uw familie?", "Who do you live with? Where is your family?",
                        "مع من تسكن؟ وأين عائلتك؟"),
        ),
        Question(
            key="wonen", label="Wonen", kind=QuestionKind.CHOICE, required=True, options=options.HOUSING,
            words=Words("Waar woont u nu?", "Where do you live now?", "أين تسكن الآن؟"),
        ),
        Question(
            key="zorgtaken", label="Zorgtaken", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Zorgt u voor kinderen, ouders of anderen? Op welke tijden?",
                        "Do you look after children, parents or others? At what times?",
                        "هل ترعى أطفالًا أو والدين أو غيرهم؟ في أي أوقات؟"),
        ),
        Question(
            key="reizen", label="Reizen", kind=QuestionKind.TEXT,
            words=Words("Hoe reist u? Kunt u fietsen?", "How do you travel? Can you ride a bicycle?",
                        "كيف تتنقل؟ هل تستطيع ركوب الدراجة؟"),
        ),
        Question(
            key="les_tijden", label="Tijd voor les", kind=QuestionKind.TEXT, required=True,
            words=Words("Wanneer kunt u naar les, en wanneer niet?", "When can you go to lessons, and when not?",
                        "متى تستطيع حضور الدروس ومتى لا تستطيع؟"),
        ),
        Question(
            key="familie_elders", label="Familie elders", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Is er familie die nog naar Nederland komt?", "Is there family who will still come to the Netherlands?",
                        "هل هناك أفراد من العائلة سيأتون إلى هولندا لاحقًا؟"),
        ),
        Question(
            key="verhuizingen", label="Verhuizingen", kind=QuestionKind.NUMBER, maximum=50, may_decline=True,
            words=Words("Hoe vaak bent u in Nederland verhuisd?", "How often have you moved within the Netherlands?",
                        "كم مرة انتقلت من مسكن إلى آخر في هولندا؟"),
        ),
    ),
)  # fmt: skip

GELD = Section(
    key="geld",
    title="Geld",
    icon="coin",
    intro="Geldzorgen maken leren moeilijk. Vraag wat nodig is om te kunnen helpen, geen bankafschriften.",
    questions=(
        Question(
            key="geldzorgen", label="Geldzorgen", kind=QuestionKind.YES_NO, options=options.YES_NO, may_decline=True,
            words=Words("Hebt u zorgen over geld of schulden?", "Do you have worries about money or debts?",
                        "هل لديك قلق بشأن المال أو الديون؟"),
        ),
        Question(
            key="aanmaningen", label="Aanmaningen", kind=QuestionKind.YES_NO, options=options.YES_NO, may_decline=True,
            words=Words("Krijgt u brieven dat u nog moet betalen?", "Do you get letters saying that you still have to pay?",
                        "هل تصلك رسائل تطالبك بدفع مبالغ؟"),
        ),
        Question(
            key="bankrekening", label="Bankrekening", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Hebt u een bankrekening in Nederland?", "Do you have a bank account in the Netherlands?",
                        "هل لديك حساب بنكي في هولندا؟"),
        ),
        Question(
            key="geld_hulp", label="Hulp met geld", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Welke hulp met geld wilt u?", "What help with money would you like?",
                        "ما المساعدة المالية التي تريدها؟"),
        ),
    ),
)  # fmt: skip

GEZONDHEID = Section(
    key="gezondheid",
    title="Gezondheid en veiligheid",
    icon="heart",
    restricted=True,
    intro="Vraag alleen wat nodig is voor leren en meedoen. Alleen wie dit dossier begeleidt, ziet dit onderdeel.",
    questions=(
        Question(
            key="gezondheid_invloed", label="Invloed van gezondheid", kind=QuestionKind.YES_NO, required=True,
            options=options.YES_NO, may_decline=True,
            words=Words("Is er iets met uw gezondheid waardoor leren of werken moeilijker is?",
                        "Is there anything about your health that makes learning or working harder?",
                        "هل هناك شيء في صحتك يجعل التعلم أو العمل أصعب؟"),
        ),
        Question(
            key="gezondheid_toelichting", label="Toelichting gezondheid", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Wat hebt u nodig om te kunnen leren en werken?", "What do you need to be able to learn and work?",
                        "ما الذي تحتاجه لتتمكن من التعلم والعمل؟"),
            hint="Schrijf op wat nodig is, geen ziekten of diagnosen.",
        ),
        Question(
            key="zien_horen", label="Zien en horen", kind=QuestionKind.CHOICE, required=True, may_decline=True,
            options=options.SENSES,
            words=Words("Hebt u moeite met zien of horen?", "Do you have difficulty seeing or hearing?",
                        "هل لديك صعوبة في البصر أو السمع؟"),
            hint="Bij een visuele beperking hoeft de leerbaarheidstoets niet. Bij een auditieve beperking niet als de toets "
                 "daardoor niet kan.",
        ),
        Question(
            key="huisarts", label="Huisarts", kind=QuestionKind.YES_NO, options=options.YES_NO, may_decline=True,
            words=Words("Hebt u een huisarts?", "Do you have a family doctor?", "هل لديك طبيب عائلة؟"),
        ),
        Question(
            key="gezondheid_hulp", label="Hulp bij gezondheid", kind=QuestionKind.TEXT, may_decline=True,
            words=Words("Krijgt u al hulp, of wilt u hulp?", "Do you get help already, or would you like help?",
                        "هل تتلقى مساعدة بالفعل أم تريد المساعدة؟"),
            hint="Schrijf op welke hulp, niet waarvoor.",
        ),
        Question(
            key="zelf_beslissen", label="Zelf beslissen", kind=QuestionKind.CHOICE, may_decline=True,
            options=options.OWN_DECISIONS,
            words=Words("Kunt u zelf beslissen over uw geld, uw tijd en met wie u praat?",
                        "Can you decide yourself about your money, your time and whom you talk to?",
                        "هل تستطيع أن تقرر بنفسك بشأن مالك ووقتك ومع من تتحدث؟"),
            hint="Vraag dit alleen in een gesprek met u alleen.",
        ),
    ),
)  # fmt: skip

KINDEREN = Section(
    key="kinderen",
    title="Voor- en vroegschoolse educatie",
    icon="users",
    intro="Voor kinderen die nog niet, of net, naar de basisschool gaan.",
    questions=(
        Question(
            key="kinderen", label="Jonge kinderen", kind=QuestionKind.YES_NO, options=options.YES_NO, required=True,
            words=Words("Hebt u kinderen jonger dan 6 jaar?", "Do you have children younger than 6?",
                        "هل لديك أطفال دون السادسة؟"),
        ),
        Question(
            key="schoolkinderen", label="Kinderen op school", kind=QuestionKind.YES_NO, options=options.YES_NO,
            words=Words("Hebt u kinderen op de basisschool of de middelbare school?",
                        "Do you have children at primary or secondary school?",
                        "هل لديك أطفال في المدرسة الابتدائية أو الثانوية؟"),
            hint="Zet elk kind bij 'Kinderen', en de schooltijden bij 'Vaste tijden in de week'.",
        ),
        Question(
            key="vve", label="Voor- of vroegschool", kind=QuestionKind.CHOICE, required=True, options=options.EARLY_EDUCATION,
            only_if=("kinderen", "ja"),
            words=Words("Gaat uw kind naar een voorschool of vroegschool?", "Does your child go to preschool?",
                        "هل يذهب طفلك إلى الروضة أو التعليم المبكر؟"),
        ),
        Question(
            key="opvang", label="Opvang tijdens de les", kind=QuestionKind.TEXT, required=True, only_if=("kinderen", "ja"),
            hint="Zet de tijden van de opvang bij 'Vaste tijden in de week', met de reistijd.",
            words=Words("Wie zorgt voor uw kind als u les hebt?", "Who looks after your child while you have lessons?",
                        "من يعتني بطفلك أثناء دروسك؟"),
        ),
    ),
)  # fmt: skip
