"""Settings, all from the environment. A secret has no default: without it the product doesn't start."""

from datetime import UTC, datetime
from pathlib import Path

import structlog
from environs import Env, validate
from kombu import Queue

from inburgering.kit.logs import mask_citizen_numbers

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# --- Who we are ---------------------------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS")
BASE_URL = env.str("BASE_URL").rstrip("/")
SITE_IS_HTTPS = BASE_URL.startswith("https://")

# --- Apps, low to high: see docs/adr/0001-indeling.md ----------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_celery_beat",
    "django_cotton",
    "django_htmx",
    "django_structlog",
    "inburgering.kit",
    "accounts",
    "cases",
    "deadlines",
    "contact",
    "intake",
    "pip_plans",
    "exchange",
    "portal",
    "caseload",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "accounts.doors.UserLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.doors.LoginMiddleware",
    "accounts.doors.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.doors.FormPageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "inburgering.kit.readonly.ReadOnlyGetMiddleware",
]

ROOT_URLCONF = "inburgering.urls"
WSGI_APPLICATION = "inburgering.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.doors.shell",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "inburgering.kit.templatetags.dutch"],
        },
    }
]
COTTON_DIR = "cotton"

# --- PostgreSQL and Redis -------------------------------------------------------------------------
DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# A worker on a machine that is gone holds its locks no longer than two minutes, instead of the two hours of TCP itself.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
    "-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=15 -c tcp_keepalives_count=4"
)
# In tests a pool would keep connections to the database that they leave alone.
if not env.bool("TESTING", False):
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": env.int("DATABASE_POOL", 8),
    }
# The tests' database: its name, and one that is migrated already, of which it becomes a copy.
DATABASES["default"]["TEST"] = {
    key: value
    for key, variable in (("NAME", "TEST_DB_NAME"), ("TEMPLATE", "TEST_DB_TEMPLATE"))
    if (value := env.str(variable, ""))
}

REDIS_URL = env.str("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

# --- Who gets in ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher"
    if env.bool("TESTING", False)
    else "django.contrib.auth.hashers.ScryptPasswordHasher",
]
if env.bool("TESTING", False):
    PASSWORD_HASHERS.reverse()
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

# Production always asks a second factor of staff (accounts.checks refuses the switch outside the demo).
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", True)

ACCOUNT_ADAPTER = "accounts.doors.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Inburgering"
SOCIALACCOUNT_ADAPTER = "accounts.doors.ResidentAdapter"
# What the dossier says of the language; `accounts` knows no dossier.
LANGUAGE_OF_RESIDENT = "contact.selectors.preferences.portal_language_of"
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
DIGID_CLIENT_ID = env.str("DIGID_CLIENT_ID")
DIGID_CLIENT_SECRET = env.str("DIGID_CLIENT_SECRET")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "digid",
                "name": "DigiD",
                "client_id": DIGID_CLIENT_ID,
                "secret": DIGID_CLIENT_SECRET,
                "settings": {"server_url": env.str("DIGID_ISSUER"), "fetch_userinfo": True},
            }
        ],
    }
}

SESSION_COOKIE_AGE = env.int("SESSION_MINUTES", 30) * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if SITE_IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SITE_IS_HTTPS
SECURE_SSL_REDIRECT = SITE_IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "accounts.doors.form_expired"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# A recording of one part of the preparation pack: some minutes of speech.
RECORDING_MAX_MB = env.int("RECORDING_MAX_MB", 10)
RECORDING_MAX_BYTES = RECORDING_MAX_MB * 1_000_000

# The mock DigiD of the demo stands on another port; the browser must be allowed to post on to it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "form-action": [
            "'self'",
            env.str("DIGID_ISSUER").split("/", 3)[0] + "//" + env.str("DIGID_ISSUER").split("/", 3)[2],
        ],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'self'"],
        "object-src": ["'none'"],
    }
}

# --- Citizen service numbers --------------------------------------------------------------------------
# Comma-separated base64 keys of 32 bytes: the first encrypts, all decrypt (rotation).
BSN_ENCRYPTION_KEYS: list[str] = env.list("BSN_ENCRYPTION_KEYS")
BSN_INDEX_KEY = env.str("BSN_INDEX_KEY")

# --- The chain: DUO and BRP --------------------------------------------------------------------------------
DUO_BASE_URL = env.str("DUO_BASE_URL").rstrip("/")
DUO_OIN = env.str("DUO_OIN", "00000001003214345000")
DUO_CLIENT_CERT = env.str("DUO_CLIENT_CERT", "")
DUO_CLIENT_KEY = env.str("DUO_CLIENT_KEY", "")
DUO_CA = env.str("DUO_CA", "")
BRP_BASE_URL = env.str("BRP_BASE_URL").rstrip("/")
BRP_API_KEY = env.str("BRP_API_KEY", "")
BRP_PURPOSE = env.str("BRP_PURPOSE", "Wet inburgering 2021")
BRP_TASK = env.str("BRP_TASK", "brede intake en PIP")
# A proxy that checked DUO's client certificate passes its OIN in this header; empty: trust `bron` (demo only).
CLIENT_OIN_HEADER = env.str("CLIENT_OIN_HEADER", "")
CHAIN_MAINTENANCE = env.bool("CHAIN_MAINTENANCE", False)

# --- Messages to newcomers -----------------------------------------------------------------------------------
# Mail: "smtp", "bestand" (each mail a file, for the demo) or "uit": then people get SMS or letters.
MAIL_ADAPTER = env.str("MAIL_ADAPTER", "uit", validate=validate.OneOf(["smtp", "bestand", "uit"]))
MAIL_FROM = DEFAULT_FROM_EMAIL = env.str("MAIL_FROM") if MAIL_ADAPTER != "uit" else ""
# SMS: "notifynl", "bestand" (for the demo) or "uit".
SMS_ADAPTER = env.str("SMS_ADAPTER", "uit", validate=validate.OneOf(["notifynl", "bestand", "uit"]))
MESSAGE_FOLDER = env.str("MESSAGE_FOLDER") if "bestand" in {MAIL_ADAPTER, SMS_ADAPTER} else ""
_MAIL_BACKENDS = {"smtp": "smtp", "bestand": "filebased", "uit": "dummy"}
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL_BACKENDS[MAIL_ADAPTER]}.EmailBackend"
EMAIL_FILE_PATH = f"{MESSAGE_FOLDER}/mail"
EMAIL_TIMEOUT = env.int("MAIL_TIMEOUT_SECONDS", 20)
if MAIL_ADAPTER == "smtp":
    EMAIL_HOST = env.str("MAIL_HOST")
    EMAIL_PORT = env.int("MAIL_PORT", 587)
    EMAIL_USE_TLS = env.bool("MAIL_STARTTLS", True)
    EMAIL_USE_SSL = env.bool("MAIL_TLS", False)
    EMAIL_HOST_USER = env.str("MAIL_USER", "")
    EMAIL_HOST_PASSWORD = env.str("MAIL_PASSWORD") if EMAIL_HOST_USER else ""
if SMS_ADAPTER == "notifynl":
    NOTIFY_BASE_URL = env.str("NOTIFY_BASE_URL").rstrip("/")
    NOTIFY_API_KEY = env.str("NOTIFY_API_KEY")
    NOTIFY_SMS_TEMPLATE_ID = env.str("NOTIFY_SMS_TEMPLATE_ID")
NOTIFY_CALLBACK_TOKEN = env.str("NOTIFY_CALLBACK_TOKEN") if SMS_ADAPTER == "notifynl" else ""

# Tasks that are queued, by name, after each case event. The event itself is the outbox: a task that is
# lost here is found again by the same reader's turn on the clock below.
EVENT_READERS = ["exchange.tasks.read_case_events", "contact.tasks.read_case_events"]

# --- Celery --------------------------------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT = "inburgering.broker:Transport"
CELERY_TASK_IGNORE_RESULT = True
# Off the queue at its start: what a dead worker left undone stands in PostgreSQL and is asked for again. The clock has a
# queue of its own, and a worker takes from both in turn: thousands of messages don't keep it waiting
# (docs/adr/0007-beurten.md).
CELERY_TASK_QUEUES = [Queue("celery"), Queue("klok")]
CELERY_TASK_ACKS_LATE = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900}
CELERY_TASK_TIME_LIMIT = 600
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0.1}
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE: dict[str, dict[str, object]] = {
    "verwerk-wachtende-berichten": {"task": "exchange.tasks.process_waiting", "schedule": 60.0},
    "lees-dossiergebeurtenissen": {"task": "exchange.tasks.read_case_events", "schedule": 60.0},
    "verstuur-wachtende-berichten": {"task": "exchange.tasks.send_waiting", "schedule": 60.0},
    "houd-contactpersonen-bij": {"task": "exchange.tasks.keep_duo_contacts", "schedule": 3600.0},
    "lees-gebeurtenissen-voor-berichten": {"task": "contact.tasks.read_case_events", "schedule": 60.0},
    "verstuur-berichten": {"task": "contact.tasks.send_notices", "schedule": 60.0},
    "vertel-wie-lang-wacht": {"task": "contact.tasks.tell_who_waits_long", "schedule": 3600.0},
    "verzoeken-zonder-mandaat": {"task": "contact.tasks.move_up_what_lost_its_mandate", "schedule": 3600.0},
    "herinner-aan-afspraken": {"task": "contact.tasks.remind_of_talks", "schedule": 900.0},
    "beloof-kennismaking": {"task": "contact.tasks.promise_to_get_acquainted", "schedule": 3600.0},
    "oproepen-afhandelen": {"task": "intake.tasks.settle_summonses", "schedule": 900.0},
    "volg-sms": {"task": "contact.tasks.follow_sms", "schedule": 300.0},
    "verstuur-dagberichten": {"task": "contact.tasks.send_digests", "schedule": 300.0},
    "hartslag": {"task": "deadlines.tasks.heartbeat", "schedule": 60.0},
    "bewaak-termijnen": {"task": "deadlines.tasks.sweep", "schedule": 3600.0},
    "bewaak-klantmanagers": {"task": "deadlines.tasks.keep_klantmanager_promises", "schedule": 3600.0},
    "zie-wie-voorloopt": {"task": "pip_plans.tasks.promise_next_steps", "schedule": 3600.0},
}
# A task that never ran is due as soon as beat starts, instead of one interval later: without a day from which it may run,
# django_celery_beat counts that interval anew at each start. All of them may run at any time, and twice.
for _entry in CELERY_BEAT_SCHEDULE.values():
    _entry["start_time"] = datetime(2022, 1, 1, tzinfo=UTC)
    # Asked for anew by then: what queued up while no worker was there runs once.
    _entry["options"] = {"queue": "klok", "expire_seconds": _entry["schedule"]}
# Beat writes down at once which task it asked for: that is how we see that it lives.
CELERY_BEAT_SYNC_EVERY = 1
# Longer silent than this, and /health/ready and a banner for the functioneel beheerder say so.
HEARTBEAT_MINUTES = env.int("HEARTBEAT_MINUTES", 10)
SWEEP_HOURS = env.int("SWEEP_HOURS", 3)

# --- Language, time, files ---------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("ar", "العربية")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 31_536_000
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or env.bool("TESTING", False)
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or env.bool("TESTING", False)

# --- The API -----------------------------------------------------------------------------------------------
API_VERSION = "1.0.0"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.doors.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.doors.HasScope"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "inburgering.kit.problems.problem_handler",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Inburgering API",
    "DESCRIPTION": "Dossiers, brede intake, PIP en termijnen van de Wet inburgering 2021.",
    "VERSION": API_VERSION,
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": [],
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "OAS_VERSION": "3.0.3",
    "ENUM_NAME_OVERRIDES": {
        "Dossierstatus": "cases.enums.Status.choices",
        "Intakestatus": "intake.enums.IntakeStatus.choices",
        "IntakeWaar": "intake.enums.TalkMode.choices",
        "IntakeTolk": "intake.enums.Interpreter.choices",
        "IntakeBron": "intake.enums.Source.choices",
        "ToezeggingWie": "intake.enums.PromiseSide.choices",
        "Taalniveau": "intake.enums.Level.choices",
        "NiveauBron": "intake.enums.LevelSource.choices",
        "OordeelWie": "intake.enums.Judge.choices",
        "Doelgroep": "cases.enums.Group.choices",
        "Taal": "cases.enums.Language.choices",
    },
}

# --- Logs ------------------------------------------------------------------------------------------------
_shared_processors: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.processors.StackInfoRenderer(),
    mask_citizen_numbers,
]
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_shared_processors,
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                mask_citizen_numbers,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            "foreign_pre_chain": _shared_processors,
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
