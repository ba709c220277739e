"""Answers to choose from, in every language of the intake."""

from intake.rules.questions import Option, Words

YES_NO = (Option("ja", Words("Ja", "Yes", "نعم")), Option("nee", Words("Nee", "No", "لا")))

ROUTES = (
    Option("B", Words("B1-route: Nederlands leren tot niveau B1, met werk of vrijwilligerswerk",
                      "B1 route: learn Dutch up to level B1, together with work or volunteering",
                      "مسار B1: تعلّم الهولندية حتى مستوى B1، مع العمل أو التطوع")),
    Option("O", Words("Onderwijsroute: voorbereiding op een opleiding (mbo, hbo of universiteit)",
                      "Education route: preparation for vocational, higher or university education",
                      "مسار التعليم: التحضير لدراسة مهنية أو عليا أو جامعية")),
    Option("Z", Words("Z-route: Nederlands leren in een rustiger tempo en meedoen",
                      "Z route: learn Dutch at a calmer pace and take part",
                      "مسار Z: تعلّم الهولندية بوتيرة أهدأ والمشاركة في المجتمع")),
    Option("weet_niet", Words("Weet ik nog niet", "I don't know yet", "لا أعرف بعد")),
)  # fmt: skip

EDUCATION = (
    Option("geen", Words("Geen onderwijs", "No education", "لم أذهب إلى المدرسة")),
    Option("basis", Words("Basisschool", "Primary school", "المدرسة الابتدائية")),
    Option("middelbaar_niet_af", Words("Middelbare school, niet afgemaakt", "Secondary school, not finished",
                                       "المدرسة الثانوية، لم أكملها")),
    Option("middelbaar", Words("Middelbare school, afgemaakt", "Secondary school, finished",
                               "أكملت المدرسة الثانوية")),
    Option("beroep", Words("Beroepsopleiding", "Vocational training", "تعليم مهني")),
    Option("hoger_niet_af", Words("Hogeschool of universiteit, niet afgemaakt", "College or university, not finished",
                                  "معهد عالٍ أو جامعة، لم أكملها")),
    Option("hoger", Words("Hogeschool of universiteit, afgemaakt", "College or university, finished",
                          "أكملت المعهد العالي أو الجامعة")),
)  # fmt: skip

DIPLOMA = (
    Option("met_papieren", Words("Ja, met papieren", "Yes, with papers", "نعم، ولدي الأوراق")),
    Option(
        "zonder_papieren", Words("Ja, maar zonder papieren", "Yes, but without papers", "نعم، لكن بدون أوراق")
    ),
    Option("nee", Words("Nee", "No", "لا")),
)

LEVELS = (
    Option("geen", Words("Nog niet", "Not yet", "ليس بعد")),
    Option("A0", Words("Een paar woorden (onder A1)", "A few words (below A1)", "بضع كلمات (أقل من A1)")),
    *(Option(level, Words(level, level, level)) for level in ("A1", "A2", "B1", "B2", "C1")),
    Option("onbekend", Words("Niet bekend", "Not known", "غير معروف")),
)

GOAL_LEVELS = (
    *(Option(level, Words(level, level, level)) for level in ("A1", "A2", "B1", "B2", "C1")),
    Option("weet_niet", Words("Weet ik nog niet", "I don't know yet", "لا أعرف بعد")),
)

STUDY = (
    Option("geen", Words("Geen opleiding", "No education", "لا أريد الدراسة")),
    Option("mbo", Words("Mbo: een beroep leren", "Vocational education (mbo)", "تعليم مهني (mbo)")),
    Option("hbo", Words("Hbo: hogeschool", "University of applied sciences (hbo)", "معهد عالٍ (hbo)")),
    Option("wo", Words("Universiteit", "University", "الجامعة")),
    Option("weet_niet", Words("Weet ik nog niet", "I don't know yet", "لا أعرف بعد")),
)

DEVICES = (
    Option("telefoon", Words("Telefoon", "Phone", "هاتف")),
    Option("computer", Words("Computer of tablet", "Computer or tablet", "حاسوب أو جهاز لوحي")),
    Option("beide", Words("Telefoon en computer", "Phone and computer", "هاتف وحاسوب")),
    Option("geen", Words("Nergens mee", "Nothing", "لا شيء")),
)

OWN_DECISIONS = (
    Option("ja", Words("Ja", "Yes", "نعم")),
    Option("soms", Words("Niet altijd", "Not always", "ليس دائمًا")),
    Option("nee", Words("Nee", "No", "لا")),
)

SCRIPTS = (
    Option("latijns", Words("Latijns (a, b, c)", "Latin (a, b, c)", "اللاتيني (a, b, c)")),
    Option("arabisch", Words("Arabisch (ا ب ج), ook Perzisch, Dari, Pasjtoe",
                             "Arabic (ا ب ج), also Persian, Dari, Pashto",
                             "العربي (ا ب ج)، وأيضًا الفارسي والدري والبشتو")),
    Option("geez", Words("Ge'ez: Tigrinya, Amhaars", "Ge'ez: Tigrinya, Amharic",
                         "الجعزي: التغرينية والأمهرية")),
    Option("cyrillisch", Words("Cyrillisch (а б в)", "Cyrillic (а б в)", "السيريلي (а б в)")),
    Option("chinees", Words("Chinees", "Chinese", "الصيني")),
    Option("anders", Words("Een ander schrift", "Another script", "كتابة أخرى")),
    Option("geen", Words("Nog geen schrift", "No script yet", "لا شيء بعد")),
)  # fmt: skip

HOW_WELL = (
    Option("goed", Words("Goed", "Well", "جيدًا")),
    Option("beetje", Words("Een beetje", "A little", "قليلًا")),
    Option("niet", Words("Nog niet", "Not yet", "ليس بعد")),
)

ALPHABETISATION = (
    Option("NVT", Words("Leest en schrijft het Latijnse schrift")),
    Option("AA", Words("Leest en schrijft een ander schrift, en leert het Latijnse")),
    Option("A", Words("Leert lezen en schrijven voor het eerst")),
)
"""Values are those of DUO's PIP message: none needed, anders-alfabeet, alfabetisering."""

JUDGEMENT = (
    Option("past", Words("De uitslag past bij wat ik zie")),
    Option("te_laag", Words("De nieuwkomer kan meer dan de toets zegt")),
    Option("te_hoog", Words("De toets verwacht meer dan nu kan")),
)

INCOME = (
    Option("uitkering", Words("Uitkering", "Benefit", "إعانة")),
    Option("werk", Words("Eigen werk", "Own work", "عملي")),
    Option("partner", Words("Werk van partner", "Partner's work", "عمل الشريك")),
    Option("coa", Words("Leefgeld van COA", "Allowance from COA", "مصروف من COA")),
    Option("anders", Words("Iets anders", "Something else", "شيء آخر")),
)

HOUSING = (
    Option("eigen", Words("Eigen woning", "Own home", "منزل خاص")),
    Option("familie", Words("Bij familie of bekenden", "With family or friends", "عند الأقارب أو المعارف")),
    Option("tijdelijk", Words("Tijdelijke woning", "Temporary housing", "سكن مؤقت")),
    Option("azc", Words("Opvang (azc)", "Reception centre (azc)", "مركز استقبال (azc)")),
)

SENSES = (
    Option("nee", Words("Nee", "No", "لا")),
    Option("zien", Words("Ja, met zien", "Yes, with seeing", "نعم، في البصر")),
    Option("horen", Words("Ja, met horen", "Yes, with hearing", "نعم، في السمع")),
    Option("beide", Words("Ja, met zien en horen", "Yes, with seeing and hearing", "نعم، في البصر والسمع")),
)

BY_ONESELF = (
    Option("zelf", Words("Dat kan ik zelf", "I can do it myself", "أستطيع وحدي")),
    Option("met_hulp", Words("Met hulp", "With help", "بمساعدة")),
    Option("nog_niet", Words("Dat kan ik nog niet", "I can't yet", "لا أستطيع بعد")),
)

EARLY_EDUCATION = (
    Option("gaat", Words("Gaat al", "Already goes", "يذهب الآن")),
    Option("wil", Words("Nog niet, maar wil wel", "Not yet, but would like to", "ليس بعد، لكننا نرغب")),
    Option("wil_niet", Words("Nee, en wil niet", "No, and doesn't want to", "لا، ولا نرغب")),
    Option("te_jong", Words("Kind is nog te jong", "Child is still too young", "الطفل ما زال صغيرًا")),
)
