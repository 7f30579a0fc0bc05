"""What holds wherever the site runs."""

from csp.constants import NONE, SELF

from config import databases
from config.environment import BASE_DIR, environment

VAR_DIR = environment().var_dir
DEBUG = False

INSTALLED_APPS = [
    "home",
    "search",
    "news",
    "actionplan",
    "foundation",
    "delivery",
    "accounts",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "delivery.headers.SecurityHeadersMiddleware",
    "delivery.encoding.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.password_change.PasswordChangeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "foundation.frame.FrameMiddleware",
    "foundation.error_pages.NotAllowedMiddleware",
    "foundation.redirects.RedirectMiddleware",
    # Last: it runs the view itself, after all others have looked at the request.
    "foundation.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": (
        databases.server(environment().database_url)
        if environment().database_url
        else databases.sqlite(VAR_DIR / "db.sqlite3")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by every process of the machine: what is cached in one must be stale in all at once.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    }
}

# Wagtail's own jobs keep the search right and are done at once; ours say that they can wait.
TASKS = {
    "default": {"BACKEND": "delivery.once_each.AtOnce"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# Addresses whose answers are never kept for other readers. Elsewhere the view says what may be.
NEVER_KEPT = (
    "/redaktion/",
    "/static/",
    "/media/",
    "/dokument/",
    "/halsa/",
    "/sok/",
    "/api/",
    "/paminnelser/",
)

# From one address, to the interface for programs, in each process.
API_QUESTIONS_A_MINUTE = 120

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
# With it years and numbers of measures would read "2 026".
USE_THOUSAND_SEPARATOR = False
LOCALE_PATHS = [BASE_DIR / "site" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# The editors' handbook: the guide in the admin shows it, and its pictures are static files.
HANDBOOK = BASE_DIR / "docs" / "redaktorshandbok.md"
STATICFILES_DIRS = [
    BASE_DIR / "site" / "static",
    ("handbok", BASE_DIR / "docs" / "bilder" / "handbok"),
]
STATICFILES_FINDERS = [
    "foundation.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Nothing asks for a static file by its plain name; compressing those too would double the first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Browsers ask for these by name at the root, whatever the pages say: /favicon.ico, /apple-touch-icon.png.
WHITENOISE_ROOT = BASE_DIR / "site" / "static" / "icons"
# Only the open data is for the pages of others (`actionplan/opendata/files.py`).
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail
WAGTAIL_SITE_NAME = "Åtgärdsplan mot brott"
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{environment().port}"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska")]
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("sv", "Svenska")]
WAGTAILIMAGES_IMAGE_MODEL = "foundation.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "foundation.media_forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}
WAGTAILDOCS_DOCUMENT_MODEL = "foundation.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "foundation.media_forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A shared page password is kept in plain text; logging in is safer and enough.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_FRONTEND_LOGIN_URL = "/redaktion/login/"
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_FINISH_WORKFLOW_ACTION = "foundation.four_eyes.approved.publish_approved"
TAGGIT_CASE_INSENSITIVE = True

# Search engines
INDEXNOW_KEY = environment().indexnow_key
INDEXNOW_URL = environment().indexnow_url

# Links to other websites
LINK_CHECK = environment().link_check

# Letters
if environment().email_host:
    EMAIL_HOST = environment().email_host
    EMAIL_PORT = environment().email_port
    EMAIL_HOST_USER = environment().email_user
    EMAIL_HOST_PASSWORD = environment().email_password
    EMAIL_USE_TLS = environment().email_security == "starttls"
    EMAIL_USE_SSL = environment().email_security == "tls"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment().email_from
EMAIL_TIMEOUT = 10

# Headers
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "foundation.error_pages.form_refused"
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/redaktion/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A line for every address not found would tell what somebody looked for, also where it is safe to.
    "loggers": {"django.request": {"level": "ERROR"}},
}
