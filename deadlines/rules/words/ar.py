"""The Arabic words. Days and numbers are written with Western digits, as on the letters of DUO."""

from deadlines.enums import Ground, Kind
from deadlines.rules.arithmetic import Length, Unit
from deadlines.rules.words.language import Language

PHRASES = {
    # --- Sentences
    "waits-for-day": "تبدأ المهلة عند {what}؛ هذا اليوم غير معروف بعد",
    "waits-for-fact": "لا يمكن حساب المهلة بعد: {what} غير معروف",
    "waits-for-number": "لا يمكن حساب المهلة بعد: {what} غير معروف",
    "count": "{length} {start} {event} = {end}",
    "count-moved": "{length} {start} {event} = {end}، {why}، إذن {last}",
    "count-party": "{length} {start} {party} في {event} = {end}",
    "count-party-moved": "{length} {start} {party} في {event} = {end}، {why}، إذن {last}",
    "may-exceed": "ما دامت المعلومات المطلوبة من جهة أخرى لم تصل يجوز التأخر، حتى أسبوعين بعد وصولها",
    "two-readings": (
        "{length} {start} {event} = {by_event}، أو {by_first_day} إذا بدأ العدّ من اليوم الأول: "
        "التزم بيوم {due}، ولا تنتهي المهلة إلا بعد {lapse}"
    ),
    "two-ends": "التزم بيوم {due}، ولا تنتهي المهلة إلا بعد {lapse}",
    "by-duo": "تذكر DUO يوم {ends} تاريخًا للنهاية؛ هذا اليوم لا يُحسب، إذن {last} هو آخر يوم",
    "same-end": "في موعد أقصاه آخر يوم من مدة الاندماج: {last}",
    "that-day": "في {last} نفسه: يوم {what}",
    "longer": "تمديد {length} ({ground}) = {end}",
    "stood-still": "توقفت المهلة {length} = {end}",
    "stood-still-moved": "توقفت المهلة {length} = {end}، {why}، إذن {last}",
    "stands-still": "المهلة متوقفة منذ {since}؛ وتتأخر نهايتها بعدد الأيام نفسه",
    # --- A difference with DUO
    "duo-first-day": "حسب DUO فإن {day} هو اليوم الأول؛ وحسب حسابنا: {own}.",
    "duo-last-day": "حسب DUO فإن {day} هو اليوم الأخير؛ وحسب حسابنا: {own}.",
    # --- Steps
    "step-begins-later": "{what}: تبدأ المهلة بعد ذلك",
    "step-not-counted": "{what}: هذا اليوم لا يُحسب",
    "step-counted": "{what}: هذا اليوم يُحسب",
    "step-first": "اليوم الأول من المهلة",
    "step-last": "اليوم الأخير",
    "step-after": "{length} بعد {event}",
    "step-from": "{length} ابتداءً من {event}",
    "step-before": "{length} قبل {event}: ممكن ابتداءً من هذا اليوم",
    "step-moved": "{why}: تستمر المهلة ({article})",
    "step-set": "{why}: تختار البلدية يوم عمل",
    "step-asked": "طُلبت معلومات من {party}",
    "step-asked-late": "طُلبت معلومات من {party}: كانت المهلة قد انتهت، فلا وقت إضافي",
    "step-received": "وصلت معلومات من {party}",
    "step-duo-last": "اليوم الأخير حسب DUO: اليوم الذي يسبق تاريخ النهاية",
    "step-longer": "{ground}: تمديد {length}",
    "step-period": "{ground}: تمديد {length}، عن المدة من {first} حتى {last}",
    "step-too-short": "{ground}: أقل من {length}، فلا وقت إضافي",
    "step-no-end": "{ground}: تُحسب عندما يُعرف اليوم الأخير",
    "step-no-delay": "{ground}: في الموعد، فلا وقت إضافي",
    "step-twice": "{ground}: حُسبت هذه المدة من قبل",
    "step-stood-still": "تتوقف المهلة {length}، حتى {last}",
    "step-stands-still": "تتوقف المهلة",
    "step-stood-still-late": "كانت المهلة قد انتهت، فالتوقف لا يعطي وقتًا إضافيًا",
}

# Each fact with the words for itself, and those right before its day.
FACTS = {
    "group": ("المجموعة (صاحب إقامة لجوء أو مهاجر عائلي)", ""),
    "route": ("مسار التعلم (B أو O أو Z)", ""),
    "notified_on": ("إخطار DUO", "بعد إخطار DUO بتاريخ"),
    "brp_registered_on": ("التسجيل في البلدية", "بعد التسجيل في البلدية في"),
    "pip_dated_on": ("تاريخ الخطة (PIP)", "بعد تاريخ الخطة (PIP) في"),
    "duo_starts_on": ("تاريخ البداية لدى DUO", "بعد تاريخ البداية لدى DUO في"),
    "duo_ends_on": ("تاريخ النهاية لدى DUO", "بعد تاريخ النهاية لدى DUO في"),
    "announced_on": ("إرسال القرار", "بعد إرسال القرار في"),
    "with_committee": ("وجود لجنة استشارية للاعتراض", ""),
    "adjourned": ("تأجيل القرار", ""),
    "plicht_began_on": ("أول يوم من واجب الاندماج", "بعد أول يوم من واجب الاندماج في"),
    "plicht_ended_on": ("آخر يوم من واجب الاندماج", "بعد آخر يوم من واجب الاندماج في"),
    "by_death": ("انتهاء الواجب بالوفاة", ""),
    "interrupted_on": ("آخر يوم قبل الانقطاع", "بعد آخر يوم قبل الانقطاع في"),
    "applied_on": ("استلام الطلب", "بعد استلام الطلب في"),
    "partial": ("الإعفاء الجزئي", ""),
    "special": ("الظروف الخاصة", ""),
    "examined_on": ("التسجيل عند الطبيب", "بعد التسجيل عند الطبيب في"),
    "to_b1": ("الانتقال إلى مسار B1", ""),
    "pvt_map_open": ("عدد ما لم يُنجز من PVT وMAP", ""),
    "parts_passed": ("عدد أجزاء الامتحان المجتازة", ""),
    "hours": ("عدد الساعات المتابَعة", ""),
    "repeated": ("تكرار المهلة الجديدة", ""),
    "defaulted_on": ("استلام الإنذار بالتأخر", "بعد استلام الإنذار بالتأخر في"),
    "report_on": ("تاريخ تقرير الغرامة", "بعد تاريخ تقرير الغرامة في"),
    "offended_on": ("المخالفة", "بعد المخالفة في"),
    "detected_on": ("إثبات المخالفة", "بعد إثبات المخالفة في"),
    "above_340": ("غرامة قد تزيد على 340 يورو", ""),
    "reminded_on": ("التذكير بالدفع", "بعد التذكير بالدفع بتاريخ"),
    "bijstand_on": ("أول يوم من الحق في المساعدة الاجتماعية", ""),
    "entitlement_ended_on": ("آخر يوم من الحق في القرض", "بعد آخر يوم من الحق في القرض في"),
    "quarter_ends_on": ("آخر يوم من ربع السنة", "بعد آخر يوم من ربع السنة في"),
    "promised_on": ("أول يوم من الوعد", "بعد أول يوم من الوعد في"),
    "promise": ("مدة الوعد", ""),
    Kind.ANTWOORD_OP_VERZOEK: ("استلام الطلب", "بعد استلام الطلب في"),
    Kind.TERUGBELLEN: ("طلب الاتصال بك", "بعد طلب الاتصال بك في"),
    Kind.EERSTE_INFORMATIE: ("الربط بالبلدية أو فتح الملف", "بعد الربط بالبلدية أو فتح الملف في"),
    Kind.KLANTMANAGER_AANWEZIG: ("أول يوم بلا موظف مسؤول", "بعد أول يوم بلا موظف مسؤول في"),
    Kind.KENNISMAKING: ("تعيين الموظف المسؤول", "بعد تعيين الموظف المسؤول في"),
    Kind.VOORTGANGSGESPREK: ("آخر محادثة أو الخطة (PIP)", "بعد آخر محادثة أو الخطة (PIP) بتاريخ"),
    Kind.PERSPECTIEFGESPREK: ("الخطة (PIP) مع مسار Z", "بعد الخطة (PIP) مع مسار Z بتاريخ"),
    Kind.ANDERE_KLANTMANAGER: ("طلب موظف آخر", "بعد طلب موظف آخر في"),
    Kind.KLACHT: ("استلام الشكوى", "بعد استلام الشكوى في"),
    Kind.VOLGEND_BERICHT: ("الرسالة السابقة", "بعد الرسالة السابقة بتاريخ"),
    Kind.DOORLEREN: (
        "الخطة أو الخبر بأنك تحتاج إلى مستوى أعلى",
        "بعد الخطة أو الخبر بأنك تحتاج إلى مستوى أعلى، بتاريخ",
    ),
    Kind.VERVOLGSTAP: (
        "اليوم الذي ظهر فيه أنك وصلت إلى المستوى",
        "بعد اليوم الذي ظهر فيه أنك وصلت إلى المستوى، وهو",
    ),
    Kind.OPROEP: ("الاستدعاء إلى المحادثة الأولى", "بعد الاستدعاء إلى المحادثة الأولى بتاريخ"),
    Kind.ZIENSWIJZE: ("الدعوة إلى إبداء رأيك", "بعد الدعوة إلى إبداء رأيك بتاريخ"),
}

CAUSES = {
    "derde": "بعد استلام المعلومات من",
    "na-bezwaartermijn": "بعد انتهاء مهلة الاعتراض في",
    "na-ingebrekestelling": "بعد انتهاء الأسبوعين في",
    "na-betaaltermijn": "بعد انتهاء مهلة الدفع في",
    "na-termijn": "بعد انتهاء مدة الاندماج في",
    "na-begin-terugbetalen": "بعد بدء السداد في",
    "voor-einde-termijn": "قبل آخر يوم من مدة الاندماج، وهو",
    "voor-pip": "قبل تاريخ الخطة (PIP) في",
    "voor-constatering": "قبل إثبات المخالفة في",
    "vanaf-bijstand": "ابتداءً من أول يوم من الحق في المساعدة الاجتماعية، وهو",
    "verdaging": "تأجيل من",
}

GROUNDS = {
    Ground.ZIEKTE: "مرض طويل",
    Ground.OVERLIJDEN: "وفاة الشريك أو أحد الأقارب",
    Ground.BEVALLING: "ولادة",
    Ground.OPVANG: "الإقامة في دار لحماية النساء",
    Ground.ALFABETISERING: "دورة لمحو الأمية",
    Ground.DAKLOOSHEID: "التشرد",
    Ground.GEEN_AANBOD: "لم تُعرض دورة خلال 3 أشهر",
    Ground.GEEN_TAALSCHAKELTRAJECT: "لم يبدأ مسار التعليم خلال 6 أشهر",
    Ground.SCHULD_VAN_SCHOOL: "تأخر بسبب المدرسة",
    Ground.BIJZONDER: "ظروف فردية خاصة",
    Ground.SAMEN: "ظروف تدوم معًا 3 أشهر",
    Ground.OPLEIDING: "تعليم لا يعطي إعفاء، انتهى",
    Ground.OPLEIDING_LOOPT: "تعليم لا يعطي إعفاء، مستمر",
    Ground.ENTREE: "تعليم مهني تمهيدي",
    Ground.ONDERBREKING: "انقطاع الواجب",
    Ground.BIJNA_KLAAR: "قارب على الانتهاء",
    Ground.AMBTSHALVE: "تمديد من DUO نفسها",
}

# One, two, from three to ten, and from eleven on.
_UNITS = {
    Unit.DAYS: ("يوم واحد", "يومان", "أيام", "يومًا"),
    Unit.WORKING_DAYS: ("يوم عمل واحد", "يوما عمل", "أيام عمل", "يوم عمل"),
    Unit.WEEKS: ("أسبوع واحد", "أسبوعان", "أسابيع", "أسبوعًا"),
    Unit.MONTHS: ("شهر واحد", "شهران", "أشهر", "شهرًا"),
    Unit.YEARS: ("سنة واحدة", "سنتان", "سنوات", "سنة"),
}


def _length(length: Length) -> str:
    one, two, few, many = _UNITS[length.unit]
    if length.number in {1, 2}:
        return (one, two)[length.number - 1]
    return f"{length.number} {few if 3 <= length.number % 100 <= 10 else many}"


WORDS = Language(
    phrases=PHRASES,
    labels={key: label for key, (label, _) in FACTS.items()},
    starts={key: start for key, (_, start) in FACTS.items() if start} | CAUSES,
    days_off={
        "": "لم يكن في المهلة يوما عمل بعد",
        "een zaterdag": "يوم سبت",
        "een zondag": "يوم أحد",
        "een weekend": "عطلة نهاية الأسبوع",
        "een gelijkgestelde dag": "يوم في حكم العطلة",
        "Nieuwjaarsdag": "رأس السنة",
        "Goede Vrijdag": "الجمعة العظيمة",
        "Tweede Paasdag": "اثنين الفصح",
        "Koningsdag": "يوم الملك",
        "Bevrijdingsdag": "يوم التحرير",
        "Hemelvaartsdag": "عيد الصعود",
        "Tweede Pinksterdag": "اثنين العنصرة",
        "Eerste Kerstdag": "عيد الميلاد",
        "Tweede Kerstdag": "ثاني أيام عيد الميلاد",
    },
    grounds=GROUNDS,
    laws={
        "Wet inburgering 2021": "قانون الاندماج 2021",
        "Besluit inburgering 2021": "مرسوم الاندماج 2021",
        "Regeling inburgering 2021": "لائحة الاندماج 2021",
        "Algemene wet bestuursrecht": "قانون الإدارة العام",
        "Algemene termijnenwet": "قانون المهل العام",
        "Participatiewet": "قانون المشاركة",
        "protocol voor het medisch advies, geen wet": "بروتوكول المشورة الطبية، وليس قانونًا",
        "richtlijn van het CBS, geen wet": "توجيه مكتب الإحصاء، وليس قانونًا",
        "afspraak van de gemeente, geen termijn van de wet": "وعد من البلدية، وليس مهلة من القانون",
        "afspraak van de gemeente binnen de termijn van de wet": "وعد من البلدية ضمن مهلة القانون",
        "termijn die de gemeente stelt, de wet noemt er geen": "مهلة تحددها البلدية؛ القانون لا يذكر أي مهلة",
    },
    names={"een ander": "جهة أخرى"},
    article="المادة {number}",
    parts={"lid": "الفقرة", "onderdeel": "البند", "(tekst": "(نص"},
    joined=" و",
    comma="، ",
    then="ثم ",
    between="؛ ",
    months=(
        "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    length=_length,
)  # fmt: skip
