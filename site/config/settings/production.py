"""Behind https, on a server that the municipality runs. Every secret comes from the environment."""

from config.environment import ProductionEnvironment
from config.settings.base import *  # noqa: F403

told = ProductionEnvironment()

SECRET_KEY = told.secret_key
# The site's own parent, and whoever watches over the machine, ask for its health at this name.
ALLOWED_HOSTS = [*told.allowed_hosts, "127.0.0.1"]
WAGTAILADMIN_BASE_URL = told.base_url
CSRF_TRUSTED_ORIGINS = [told.base_url]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^halsa/"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
# The preview shows a page in a frame of the editor's; a domain's owner asks for preloading, not a site below it.
SILENCED_SYSTEM_CHECKS = ["security.W019", "security.W021"]
