"""Django's settings. The home decides everything; nothing here is for people to edit.

``KNEEWISE_HOME`` names the home folder, ``KNEEWISE_DATABASE_URL`` a PostgreSQL database for clinics. The
server that phones reach (``app/lan``) is told by ``KNEEWISE_LAN_HOSTS`` which names it answers to;
``KNEEWISE_ZONE`` tells the processes that this one starts in which zone the machine is.
"""

from pathlib import Path

from kneewise.site import home, languages, zone

PACKAGE = Path(__file__).resolve().parent.parent

KNEEWISE_HOME = home.folder()
DATABASES = {"default": home.database(KNEEWISE_HOME)}
SECRET_KEY = home.secret_key(KNEEWISE_HOME)

DEBUG = False
LAN_HOSTS = home.lan_hosts()
ALLOWED_HOSTS = [host.rpartition(":")[0] for host in LAN_HOSTS] or ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["kneewise.store", "kneewise.web", "django.contrib.staticfiles"]
MIDDLEWARE = [
    # Ours come first, so that nothing answers a foreign host, without our headers, or before the door.
    "kneewise.web.middleware.HostGuard",
    "kneewise.web.middleware.Headers",
    "kneewise.web.middleware.Door",
    "kneewise.web.middleware.SameOrigin",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kneewise.web.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "kneewise.site.urls"
WSGI_APPLICATION = "kneewise.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "present" / "drawn"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "kneewise.web.theme.theme",
                "kneewise.web.keys.keys",
                "kneewise.web.marks.marks",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
MACHINE_ZONE = zone.machine_zone()
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LOCALE_PATHS = [PACKAGE / "present" / "locale"]
LANGUAGES = languages.with_catalogue(LOCALE_PATHS[0])

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "figure" / "static"]
# Served out of the packages themselves: nothing is collected, so nothing can be stale.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# On loopback the page is plain HTTP and nobody else can reach it: no TLS to insist on. Phones get TLS alone,
# under names that have no domain below them to insist on it for.
SILENCED_SYSTEM_CHECKS = [
    "security.W008",
    *(["security.W005", "security.W021"] if LAN_HOSTS else ["security.W004", "security.W016"]),
]
CSRF_COOKIE_SECURE = bool(LAN_HOSTS)
# A day, renewed by each answer: the names are also those of other servers of this computer.
SECURE_HSTS_SECONDS = 86_400 if LAN_HOSTS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "kneewise_csrf"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
# Forms have no files, but the one by which runs are brought, which takes them in its own way.
FILE_UPLOAD_HANDLERS = ["kneewise.web.uploads.NoFiles"]
DATA_UPLOAD_MAX_NUMBER_FILES = 2000

LOGGING_CONFIG = None
