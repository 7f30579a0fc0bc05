"""Behind https, on a server that the municipality runs. Every secret comes from the environment."""

from config.environment import ProductionEnvironment
from config.settings.base import *  # noqa: F403

told = ProductionEnvironment()

SECRET_KEY = told.secret_key
ALLOWED_HOSTS = told.allowed_hosts
WAGTAILADMIN_BASE_URL = told.base_url
CSRF_TRUSTED_ORIGINS = [told.base_url]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
