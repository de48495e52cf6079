"""What `companion doctor` asks, and what it says: a line for each thing, with the mend; never a secret, never a person."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sidecar import app
from sidecar.commands.doctor_services import examine_address, examine_services
from sidecar.domain.apps.permissions import mend
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import CompanionError, Misconfigured
from sidecar.flows.trust.probe_permissions import Probed, probe_permissions
from sidecar.flows.watching.closed_calendar import ClosedFor, closed_calendars
from sidecar.flows.watching.install_people import RolledOut, rolled_out
from sidecar.flows.watching.queue_held import Parked, clock_skew, retry_parked, why_parked
from sidecar.settings import Settings, load
from sidecar.store.database import Database, pending
from sidecar.wiring import Clock, identity_problems, sign_in_problems
from sidecar.words import Words

ONLY_MICROSOFT: Final = "(needed for Microsoft 365, not for the preview)"
SKEW_WARNS: Final = timedelta(seconds=2)
SKEW_FAILS: Final = timedelta(seconds=60)
"""Tokens are accepted with five minutes of skew, and cards come to the second: a minute is a broken clock."""
IDENTITY: Final = "COMPANION_MANAGED_IDENTITY_ID"
CERTIFICATE: Final = "COMPANION_CLIENT_CERTIFICATE"
SECRET: Final = "COMPANION_CLIENT_SECRET"  # noqa: S105 - the name of a setting
CERTIFICATE_WARNS: Final = timedelta(days=30)


async def examine(data: Path | None) -> list[dict[str, str]]:
    """Every check as {check, state: OK | WARN | FAIL, says}; all of them, whatever the first ones find."""
    findings: list[dict[str, str]] = []

    def note(check: str, state: str, says: str) -> None:
        findings.append({"check": check, "state": state, "says": says})

    try:
        settings = load(data_dir=data) if data else load()
        note("settings", "OK", "all readable")
    except Misconfigured as error:
        for problem in error.problems:
            note("settings", "FAIL", problem)
        return findings
    note_identity(settings, note)
    _examine_zones(note)
    await _examine_database(settings, note)
    await examine_address(settings, note)
    can_ask = await examine_services(settings, note)
    if not sign_in_problems(settings):
        await note_certificate(settings, note)
        if not can_ask:
            note("permissions", "WARN", "not checked: see “graph”.")
    if can_ask:
        await _examine_permissions(settings, note)
    return findings


def note_identity(settings: Settings, note: Any) -> None:
    """What is missing of who we are to Microsoft, and a warning of each secret or key that could be spared."""
    begun = (settings.tenant_id, settings.client_id, settings.public_url, settings.client_secret, settings.client_certificate)
    is_begun = any((*begun, settings.managed_identity_id))
    for problem in identity_problems(settings):
        note("identity", "FAIL" if is_begun else "WARN", problem if is_begun else f"{problem} {ONLY_MICROSOFT}")
    if settings.public_url and not settings.public_url.startswith("https://"):
        note("identity", "FAIL", "COMPANION_PUBLIC_URL must begin with https://.")
    in_use, *spare = credentials_set(settings) or [""]
    if in_use == SECRET:
        note("identity", "WARN", "A client secret is used: a certificate or a managed identity is safer.")
    for one in spare:
        note("identity", "WARN", f"{one} is set and not used, for {in_use} comes first: take it away, here and in Entra.")
    if settings.teams_app_id and not settings.people_group:
        note("roll-out", "WARN", "COMPANION_TEAMS_APP_ID is set and COMPANION_PEOPLE_GROUP is not: nobody is given the app.")


def credentials_set(settings: Settings) -> list[str]:
    """The settings that could prove who we are, in the order in which they are used: the first is, the others are not."""
    every = (
        (IDENTITY, settings.managed_identity_id),
        (CERTIFICATE, settings.client_certificate),
        (SECRET, settings.client_secret),
    )
    return [name for name, value in every if value]


def _examine_zones(note: Any) -> None:
    import tzdata

    known = app.zone_data_problem()
    note("zone data", "FAIL" if known else "OK", known or f"tzdata {tzdata.IANA_VERSION}")


async def reported_customs(database: Database) -> list[str]:
    """Lines about a country that people reported as wrong: which, how often, and what they wrote; nobody's name."""
    async with database.directory() as session:
        tenants = [TenantId(row["tenant_id"]) for row in await session.rows("tenants")]
    found: dict[str, list[str]] = {}
    for tenant in tenants:
        async with database.transaction(tenant) as session:
            for row in await session.rows("cue_reports", tenant):
                found.setdefault(row["subject"].removeprefix("|"), []).append(row["value"])
    return [f"{cue} ({len(said)} x{_quoted(said)})" for cue, said in sorted(found.items())]


def _quoted(said: list[str]) -> str:
    written = [one for one in said if one]
    return f", “{written[0][:100]}”" if written else ""


async def note_certificate(settings: Settings, note: Any, now: datetime | None = None) -> None:
    """What proves who we are, and how long a certificate still does."""
    if settings.managed_identity_id or settings.client_certificate is None:
        kind = (
            "managed identity"
            if settings.managed_identity_id
            else "secret, which a certificate or a managed identity would spare"
        )
        note("certificate", "OK" if settings.managed_identity_id else "WARN", f"none: a {kind}")
        return
    from cryptography import x509

    try:
        pem = await asyncio.to_thread(settings.client_certificate.read_bytes)
        ends_at = x509.load_pem_x509_certificate(pem).not_valid_after_utc
    except (OSError, ValueError) as error:
        note(
            "certificate",
            "FAIL",
            f"COMPANION_CLIENT_CERTIFICATE cannot be read ({type(error).__name__}): a PEM with key and certificate.",
        )
        return
    left = ends_at - (now or datetime.now(UTC))
    state = "FAIL" if left <= timedelta() else "WARN" if left < CERTIFICATE_WARNS else "OK"
    says = f"it ends on {ends_at:%Y-%m-%d}, in {left.days} days"
    note(
        "certificate",
        state,
        says if state == "OK" else f"{says}: make a new one and upload it beside the old one (docs/operate/install.md, 3).",
    )


async def _examine_permissions(settings: Settings, note: Any) -> None:
    """Asks Graph in the name of one person who has the bot; without a database only what concerns nobody."""
    try:
        async with app.database_url(settings) as url:
            if await pending(url):
                note("permissions", "WARN", "not checked: the database is not up to date.")
                return
            async with app.asking(settings, url) as hands:
                person = await watched_person(hands.database, TenantId(settings.tenant_id))
                note_permissions(await probe_permissions(hands, person), settings, note)
    except CompanionError as error:
        note("permissions", "FAIL", str(error))


async def watched_person(database: Database, tenant: TenantId) -> PersonId | None:
    """Somebody of this tenant who has the bot; None where nobody has."""
    async with database.transaction(tenant) as session:
        people = await session.rows("people", tenant)
    return next((PersonId(row["person_id"]) for row in people if row["is_watched"]), None)


def note_permissions(probed: Sequence[Probed], settings: Settings, note: Any) -> None:
    """A line for each permission; a missing one with its exact mend and what is missing without it."""
    words = Words("en")
    for one in probed:
        asked = one.permission
        if one.state == "refused":
            how = mend(asked, cloud=settings.cloud, client=settings.client_id, has_consent=one.lacks_policy)
            without = f"{words.say('permission-column-without')} {words.say(asked.without)}"
            state = "FAIL" if asked.is_required or asked.only_with_group else "WARN"
            note(asked.name, state, f"{words.say(how.key, **how.args)} {without}")
        elif one.state == "given":
            note(asked.name, "OK", words.say("permission-given"))
        elif one.state == "unknown":
            note(asked.name, "WARN", words.say("permission-no-answer", why=one.why.rstrip(".")))
    if any(one.state == "nobody" for one in probed):
        note("permissions", "WARN", words.say("permission-nobody"))


async def _examine_database(settings: Settings, note: Any) -> None:
    try:
        async with app.database_url(settings) as url:
            missing = await pending(url)
            note(
                "database",
                "WARN" if missing else "OK",
                f"{missing} migration(s) missing: run `companion migrate`." if missing else "up to date",
            )
            if not missing:
                database = await Database.open(url)
                note_parked(await why_parked(database), note)
                note_skew(await clock_skew(database, datetime.now(UTC)), note)
                reported = await reported_customs(database)
                await _examine_roll_out(settings, database, note)
                note_closed_calendars(await closed_calendars(database), note)
                await database.close()
                told = "; ".join(reported)
                note("customs", "WARN" if told else "OK", f"reported as wrong: {told}" if told else "none reported as wrong")
    except CompanionError as error:
        note("database", "FAIL", str(error))


def note_closed_calendars(found: Sequence[ClosedFor], note: Any) -> None:
    """Whose calendars Graph refuses, as a count: `companion explain person ADDRESS` says it of one."""
    for one in found:
        mend = "consent to Calendars.Read, or let the application access policy of Exchange Online include them"
        note("calendars", "WARN", f"{one.people} closed to us since {one.since:%Y-%m-%d %H:%M} UTC ({one.why}): {mend}.")


def note_parked(found: Sequence[Parked], note: Any) -> None:
    """Work that gave up, a line for each kind: how much, since when, after which mistake, and how it runs again."""
    if not found:
        note("jobs", "OK", "none gave up")
    for one in found:
        says = f"{one.count} {one.kind} gave up since {one.since:%Y-%m-%d %H:%MZ} ({', '.join(one.why)})"
        how = "the log names the place under wake_failed; once that is mended, `companion doctor --retry-parked` runs them again"
        note("jobs", "WARN", f"{says}: {how}.")


def note_skew(skew: timedelta, note: Any) -> None:
    """How far this machine's clock and the database's are apart; deadlines go by the database's."""
    apart, ahead = abs(skew), "behind" if skew > timedelta() else "ahead of"
    state = "FAIL" if apart >= SKEW_FAILS else "WARN" if apart >= SKEW_WARNS else "OK"
    says = f"{apart.total_seconds():.1f} s {ahead} the database's"
    note("clock", state, says if state == "OK" else f"{says}: let both machines take the time from one source (NTP).")


async def run_again(data: Path | None) -> list[tuple[str, int]]:
    """Let every parked wake run again; how many of each kind. Raises Misconfigured."""
    settings = load(data_dir=data) if data else load()
    async with app.database_url(settings) as url:
        if await pending(url):
            raise Misconfigured(["The database is older than this program: run `companion migrate`."])
        database = await Database.open(url)
        try:
            return await retry_parked(database)
        finally:
            await database.close()


async def _examine_roll_out(settings: Settings, database: Database, note: Any) -> None:
    if settings.teams_app_id and settings.people_group:
        note_roll_out(await rolled_out(database, TenantId(settings.tenant_id.lower()), Clock()()), note)


def note_roll_out(found: RolledOut, note: Any) -> None:
    """How many have the app; then each reason why somebody could not be given it, once, with what to do."""
    note("roll-out", "OK", f"{found.given} of the group have the app, or had it and took it out.")
    if found.unheard:
        says = f"{found.unheard} have the app, and the bot has heard nothing of them: they write “hi” to it, or install it anew."
        note("roll-out", "WARN", says)
    for why, people in found.problems:
        if people:
            mend = "allow the app for them in the Teams admin center, and see TeamsAppInstallation.ReadWriteSelfForUser.All."
            note("roll-out", "WARN", f"{people} could not be given the app ({why}): {mend}")
        else:
            note("roll-out", "FAIL", f"The group could not be read ({why}): see COMPANION_PEOPLE_GROUP and GroupMember.Read.All.")
