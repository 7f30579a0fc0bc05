"""One machine, no services: what `make serve` runs on http://127.0.0.1."""

from config.environment import environment
from config.secret_key import kept_secret_key
from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR

SECRET_KEY = kept_secret_key(VAR_DIR / "secret_key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"http://{host}:{environment().port}" for host in ALLOWED_HOSTS]
if not environment().email_host:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
