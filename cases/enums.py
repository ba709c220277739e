from django.db import models


class Group(models.TextChoices):
    """DUO's two groups (Wet inburgering 2021, art. 13 and 19). Empty means: not known yet."""

    ASIELSTATUSHOUDER = "asielstatushouder", "Asielstatushouder"
    GEZINSMIGRANT = "gezinsmigrant", "Gezinsmigrant of overige migrant"


class Status(models.TextChoices):
    OPEN = "open", "Open"
    CLOSED = "gesloten", "Gesloten"


class Origin(models.TextChoices):
    DUO = "duo", "Bericht van DUO"
    COA = "coa", "Koppeling door COA"
    VERHUIZING = "verhuizing", "Verhuizing uit een andere gemeente"
    HAND = "hand", "Met de hand gemaakt"


class AssignmentKind(models.TextChoices):
    KLANTMANAGER = "klantmanager", "Klantmanager"
    VERVANGER = "vervanger", "Vervanger"


class Gender(models.TextChoices):
    MALE = "M", "Man"
    FEMALE = "V", "Vrouw"
    UNKNOWN = "O", "Onbekend"


class Relation(models.TextChoices):
    PARTNER = "partner", "Partner"
    CHILD = "kind", "Kind"
    PARENT = "ouder", "Ouder"
    OTHER = "anders", "Anders"


class DocumentKind(models.TextChoices):
    BESCHIKKING = "beschikking", "Beschikking"
    INTAKE = "intake", "Stuk bij de intake"
    BEWIJS = "bewijs", "Diploma of bewijs"
    OVERIG = "overig", "Overig"


class EventKind(models.TextChoices):
    """Events that this app records. Other apps have their own kinds in the same column."""

    OPENED = "dossier.geopend", "Dossier geopend"
    UPDATED = "dossier.bijgewerkt", "Gegevens bijgewerkt"
    ASSIGNED = "dossier.toegewezen", "Klantmanager toegewezen"
    CLOSED = "dossier.gesloten", "Dossier gesloten"
    NOTE = "dossier.notitie", "Notitie"
    DOCUMENT = "dossier.document", "Document toegevoegd"
    PURPOSE = "dossier.inzage", "Ingezien met doel"
    HOUSEHOLD = "dossier.huishouden", "Huishouden gewijzigd"


class Language(models.TextChoices):
    """Languages that newcomers bring, by ISO 639 code. A code that isn't here is shown as it came."""

    ALBANIAN = "sq", "Albanees"
    AMHARIC = "am", "Amhaars"
    ARABIC = "ar", "Arabisch"
    ARMENIAN = "hy", "Armeens"
    AZERI = "az", "Azerbeidzjaans"
    BENGALI = "bn", "Bengaals"
    BERBER = "ber", "Berbers (Tamazight)"
    CHINESE = "zh", "Chinees (Mandarijn)"
    DARI = "prs", "Dari"
    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "Engels"
    FARSI = "fa", "Farsi"
    FRENCH = "fr", "Frans"
    GEORGIAN = "ka", "Georgisch"
    HINDI = "hi", "Hindi"
    INDONESIAN = "id", "Indonesisch"
    KURMANJI = "kmr", "Koerdisch (Kurmanji)"
    SORANI = "ckb", "Koerdisch (Sorani)"
    LINGALA = "ln", "Lingala"
    OROMO = "om", "Oromo"
    PASHTO = "ps", "Pasjtoe"
    POLISH = "pl", "Pools"
    PORTUGUESE = "pt", "Portugees"
    RUSSIAN = "ru", "Russisch"
    SERBIAN = "sr", "Servisch, Kroatisch of Bosnisch"
    SIGN_LANGUAGE = "sgn", "Gebarentaal"
    SOMALI = "so", "Somalisch"
    SPANISH = "es", "Spaans"
    SWAHILI = "sw", "Swahili"
    TAMIL = "ta", "Tamil"
    THAI = "th", "Thai"
    TIGRINYA = "ti", "Tigrinya"
    TURKISH = "tr", "Turks"
    UKRAINIAN = "uk", "Oekraïens"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamees"
