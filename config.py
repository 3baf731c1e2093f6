"""Every setting of Concord, once, read from the environment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

Mode = Literal["demo", "production"]

ROOT = Path(__file__).resolve().parent


class InsecureSettings(Exception):
    """Settings with which production refuses to start; one sentence per fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Settings:
    """What an installation can choose. The name of the variable stands in front of each sentence."""

    mode: Mode
    """CONCORD_MODE: `demo` or `production`; without DATABASE_URL the default is demo."""
    secret_key: str = field(repr=False)
    """SECRET_KEY: signs sessions and links, seals second factors; at least 32 characters; the demo keeps its own."""
    database_url: str = field(repr=False)
    """DATABASE_URL: `postgresql://...` or `sqlite:///...`; without it SQLite in the instance folder."""
    redis_url: str | None = field(repr=False)
    """REDIS_URL: the broker of Celery and the counter of rate limits; without it an embedded one is started."""
    broker_folder: Path | None
    """BROKER_FOLDER: where messages wait as files when there is no broker; set by the supervisor, for one machine only."""
    smtp_url: str | None = field(repr=False)
    """SMTP_URL: `smtp://user:password@host:port` (or `smtps://`); `?starttls=1` asks for STARTTLS."""
    mail_from: str
    """MAIL_FROM: the sender of every mail."""
    public_url: str
    """PUBLIC_URL: the address people use; links in mails are made from it, never from the Host header."""
    trusted_hosts: tuple[str, ...]
    """TRUSTED_HOSTS: host names that may be asked for, with commas; others are refused."""
    host: str
    """HOST: the address the web server binds; the demo always binds 127.0.0.1."""
    port: int
    """PORT: the port of the web server; 8000 unless set."""
    web_workers: int
    """WEB_WORKERS: processes of the web server; 2 unless set."""
    web_threads: int
    """WEB_THREADS: threads of each web process; 8 unless set."""
    instance_dir: Path
    """INSTANCE_DIR: the folder for the database, broker and logs of a small installation."""
    insecure_cookies: bool
    """INSECURE_COOKIES: `1` sends cookies over plain HTTP; only the demo and tests may."""
    debug: bool
    """DEBUG: `1` shows internals in errors; never in production."""
    outbox_enabled: bool
    """OUTBOX: `off` makes changes without announcing them; exists to prove that fault runs notice losses."""

    @property
    def is_demo(self) -> bool:
        """Whether demo accounts, the mailbox page and moving time exist."""
        return self.mode == "demo"


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raises InsecureSettings where production may not start with them."""
    given_database = environ.get("DATABASE_URL", "").strip()
    mode = environ.get("CONCORD_MODE", "").strip() or ("production" if given_database else "demo")
    if mode not in ("demo", "production"):
        raise InsecureSettings([f"CONCORD_MODE is {mode!r}; it must be demo or production."])
    demo = mode == "demo"
    instance_dir = Path(environ.get("INSTANCE_DIR", "").strip() or ROOT / "instance")
    port = _number("PORT", environ.get("PORT", ""), 8000, most=65535)
    public_url = environ.get("PUBLIC_URL", "").strip().rstrip("/") or (
        f"http://127.0.0.1:{port}" if demo else ""
    )
    hosts = tuple(part.strip() for part in environ.get("TRUSTED_HOSTS", "").split(",") if part.strip())
    settings = Settings(
        mode=cast(Mode, mode),
        secret_key=environ.get("SECRET_KEY", "") or (_kept_secret(instance_dir) if demo else ""),
        database_url=given_database or f"sqlite:///{instance_dir.resolve() / 'concord.sqlite3'}",
        redis_url=environ.get("REDIS_URL", "").strip() or None,
        broker_folder=Path(folder) if (folder := environ.get("BROKER_FOLDER", "").strip()) else None,
        smtp_url=environ.get("SMTP_URL", "").strip() or None,
        mail_from=environ.get("MAIL_FROM", "").strip()
        or ("Concord <concord@concord.example>" if demo else ""),
        public_url=public_url,
        trusted_hosts=hosts or (("127.0.0.1", "localhost") if demo else ()),
        host="127.0.0.1" if demo else environ.get("HOST", "").strip() or "127.0.0.1",
        port=port,
        web_workers=_number("WEB_WORKERS", environ.get("WEB_WORKERS", ""), 2, most=1000),
        web_threads=_number("WEB_THREADS", environ.get("WEB_THREADS", ""), 8, most=1000),
        instance_dir=instance_dir,
        insecure_cookies=demo or environ.get("INSECURE_COOKIES", "") == "1",
        debug=environ.get("DEBUG", "") == "1",
        outbox_enabled=environ.get("OUTBOX", "on") != "off",
    )
    if not demo:
        faults = production_faults(settings)
        if faults:
            raise InsecureSettings(faults)
    return settings


def production_faults(settings: Settings) -> list[str]:
    """What keeps production from starting, one sentence each."""
    faults = []
    if len(settings.secret_key) < 32:
        faults.append("SECRET_KEY is missing or shorter than 32 characters.")
    if not settings.public_url:
        faults.append("PUBLIC_URL is missing: links in mails are made from it.")
    elif urlsplit(settings.public_url).scheme != "https":
        faults.append("PUBLIC_URL must begin with https://.")
    if not settings.trusted_hosts:
        faults.append("TRUSTED_HOSTS is missing: name the hosts that may be asked for.")
    if not settings.smtp_url:
        faults.append("SMTP_URL is missing: notices could not be sent.")
    if not settings.mail_from:
        faults.append("MAIL_FROM is missing: notices need a sender.")
    if settings.debug:
        faults.append("DEBUG is on: it shows internals to everybody.")
    if settings.insecure_cookies:
        faults.append("INSECURE_COOKIES is on: sessions could be read on the way.")
    return faults


def _number(name: str, typed: str, default: int, *, most: int) -> int:
    """A whole number from 1 to `most`, the default where nothing was typed; raises InsecureSettings else."""
    given = typed.strip()
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and len(given) <= len(str(most)) and 1 <= int(given) <= most):
        raise InsecureSettings([f"{name} is {given!r}; it must be a whole number from 1 to {most}."])
    return int(given)


def _kept_secret(instance_dir: Path) -> str:
    """The demo's own secret key, made once and kept in the instance folder."""
    path = instance_dir / "secret-key"
    if not path.exists():
        instance_dir.mkdir(parents=True, exist_ok=True)
        fresh = instance_dir / f".secret-key-{secrets.token_hex(4)}"
        fresh.write_text(secrets.token_urlsafe(48))
        fresh.chmod(0o600)
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()
