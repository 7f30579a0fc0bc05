"""For the tests: nothing outlives the run."""

import tempfile
from pathlib import Path

from config import databases
from config.environment import environment
from config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests-and-never-anywhere-else-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["*"]
VAR_DIR = Path(tempfile.mkdtemp(prefix="atgardsplan-test-"))
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
# No connection outlives its request, so that the database can be dropped at the end.
DATABASES = {
    "default": databases.server(environment().database_url or "sqlite://:memory:")
    | {"CONN_MAX_AGE": 0}
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = dict.fromkeys(TASKS, TASKS["default"])  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests ask from one address, all in one minute.
API_QUESTIONS_A_MINUTE = 100_000
# The tests ask nobody.
LINK_CHECK = False
