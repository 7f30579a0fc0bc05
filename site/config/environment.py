"""What the site reads from its environment, in one typed place."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parents[2]


class Environment(BaseSettings):
    """The environment variables that the site understands."""

    model_config = SettingsConfigDict(extra="ignore")

    var_dir: Path = Field(
        default=BASE_DIR / "var",
        validation_alias="ATGARDSPLAN_VAR",
        description="Where the database, media, cache and secret key of this machine live.",
    )
    database_url: str | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="Another database than SQLite under var/, as postgres://user:password@host/name.",
    )
    port: int = Field(
        default=8000, ge=1, le=65535, validation_alias="PORT", description="Port to serve on."
    )
    indexnow_key: str = Field(
        default="",
        pattern=r"^([A-Za-z0-9-]{8,128})?$",
        validation_alias="INDEXNOW_KEY",
        description="Tells search engines at once what is published (IndexNow). Empty: tells nobody.",
    )
    indexnow_url: str = Field(
        default="https://api.indexnow.org/indexnow",
        pattern=r"^https://|^http://127\.0\.0\.1[:/]",
        validation_alias="INDEXNOW_URL",
        description="Who is told; only used with a key.",
    )
    link_check: bool = Field(
        default=True,
        validation_alias="LINK_CHECK",
        description="Whether links to other websites are asked now and then if they still answer.",
    )
    email_host: str = Field(
        default="",
        validation_alias="EMAIL_HOST",
        description="The mail server. Empty: letters are printed, or given to this machine in production.",
    )
    email_port: int = Field(
        default=587, ge=1, le=65535, validation_alias="EMAIL_PORT", description="Its port."
    )
    email_user: str = Field(
        default="", validation_alias="EMAIL_USER", description="Who logs in there, if anybody must."
    )
    email_password: str = Field(
        default="", validation_alias="EMAIL_PASSWORD", repr=False, description="And with what."
    )
    email_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        validation_alias="EMAIL_SECURITY",
        description="How the letters are kept secret on their way there.",
    )
    email_from: str = Field(
        default="webmaster@localhost",
        validation_alias="EMAIL_FROM",
        description="The sender of all letters, as an address or as Name <address>.",
    )


class ProductionEnvironment(Environment):
    """What production must be told; a missing value stops the start."""

    secret_key: str = Field(min_length=50, validation_alias="SECRET_KEY")
    database_url: str = Field(validation_alias="DATABASE_URL")
    allowed_hosts: list[str] = Field(min_length=1, validation_alias="ALLOWED_HOSTS")
    base_url: str = Field(pattern=r"^https://", validation_alias="BASE_URL")


@cache
def environment() -> Environment:
    """The environment as it was when first asked for."""
    return Environment()
