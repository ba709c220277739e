"""What languages are called, by who speaks them and in the language of a page, and which way they are written."""

from collections.abc import Iterable

from babel import Locale

from cases.enums import Language

_ITSELF = {
    "sq": "Shqip", "am": "አማርኛ", "ar": "العربية", "hy": "Հայերեն", "az": "Azərbaycanca", "bn": "বাংলা", "ber": "ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "zh": "中文", "prs": "دری", "nl": "Nederlands", "en": "English", "fa": "فارسی", "fr": "Français", "ka": "ქართული",
    "hi": "हिन्दी", "id": "Bahasa Indonesia", "kmr": "Kurmancî", "ckb": "سۆرانی", "ln": "Lingála", "om": "Afaan Oromoo",
    "ps": "پښتو", "pl": "Polski", "pt": "Português", "ru": "Русский", "sr": "Srpski, hrvatski, bosanski", "so": "Soomaali",
    "es": "Español", "sw": "Kiswahili", "ta": "தமிழ்", "th": "ไทย", "ti": "ትግርኛ", "tr": "Türkçe", "uk": "Українська",
    "ur": "اردو", "vi": "Tiếng Việt",
}  # fmt: skip
_ELSEWHERE = {
    "en": {"ber": "Berber (Tamazight)", "prs": "Dari", "fa": "Farsi", "kmr": "Kurdish (Kurmanji)", "ckb": "Kurdish (Sorani)",
           "sr": "Serbian, Croatian or Bosnian", "sgn": "Sign language"},
    "ar": {"ber": "الأمازيغية", "prs": "الدرية", "kmr": "الكردية (الكرمانجية)", "ckb": "الكردية (السورانية)",
           "sr": "الصربية أو الكرواتية أو البوسنية", "sgn": "لغة الإشارة"},
}  # fmt: skip
"""What the CLDR doesn't name, or names otherwise than we do."""
RIGHT_TO_LEFT = frozenset(
    {Language.ARABIC, Language.DARI, Language.FARSI, Language.PASHTO, Language.SORANI, Language.URDU}
)


def own_name(code: str) -> str:
    """العربية for `ar`: who speaks it knows it by that name. Sign languages have none that can be written."""
    return _ITSELF.get(code) or dutch_name(code)


def dutch_name(code: str) -> str:
    """Tigrinya for `ti`; a code that we don't know stays as it came."""
    return str(dict(Language.choices).get(code, code))


def name_in(code: str, page: str) -> str:
    """The name in the language of a page, else in Dutch."""
    dutch = dutch_name(code)
    if page == "nl":
        return dutch
    return _ELSEWHERE.get(page, {}).get(code) or Locale.parse(page).languages.get(code) or dutch


def both_names(code: str, page: str) -> str:
    """By itself, then as the page calls it: also who helps with reading finds it."""
    own, named = _ITSELF.get(code, ""), name_in(code, page)
    return f"{own} ({named})" if own and own != named else named


def choices_in(page: str, *, first: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Every language to choose from: some first, the others in the order of their names on the page."""
    first = [code for code in dict.fromkeys(first) if code in Language.values]
    others = sorted(
        (code for code in Language.values if code not in first), key=lambda code: name_in(code, page)
    )
    return [(code, both_names(code, page)) for code in (*first, *others)]
