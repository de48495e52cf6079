"""What mails say about where the people who wrote them are, and when they work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sidecar.domain.mails.last_mail import Exchange, exchange_of
from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.mail_evidence import Clue, evidence_of, usual_hours
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.places.evidence import Evidence
from sidecar.domain.times.workday import Hours
from sidecar.wire.eml import read_folder


def facts_from_mail(
    files: Sequence[tuple[str, bytes]],
) -> tuple[Mapping[str, Facts], Mapping[str, Exchange], list[str]]:
    """Facts and the last mails by the address that wrote, and a sentence for each mail that could not be read."""
    mails, problems = read_folder(files)
    senders = {mail.sender for mail in mails if mail.sender}
    facts = {sender: facts_of(mails, sender) for sender in senders}
    written_to = {address for mail in mails for address in mail.to}
    return facts, {address: exchange_of(mails, address) for address in senders | written_to}, list(problems)


def facts_of(mails: Sequence[Mail], address: str) -> Facts:
    """Everything that one person's own mails say."""
    clues = evidence_of(mails, address)
    return Facts(evidence=tuple(_evidence(clue) for clue in clues), learn_hours=lambda zone: _hours(mails, address, zone))


def _evidence(clue: Clue) -> Evidence:
    return Evidence(kind=clue.kind, value=clue.value, seen_at=clue.seen_at, country=clue.country, region=clue.region)


def _hours(mails: Sequence[Mail], address: str, zone: str) -> Hours | None:
    found = usual_hours(mails, address, zone)
    return Hours(start=found.from_at, end=found.to_at, basis="learned") if found else None
