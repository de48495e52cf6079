"""Where somebody is, explained: from what the command line was told to a careful answer with its reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sidecar.domain.places.evidence import offset_seen
from sidecar.domain.places.phones import phone
from sidecar.domain.places.place import Evidence, Whereabouts, said, whereabouts, wording
from sidecar.errors import Refused
from sidecar.flows.answers.answer_clock import zone_given
from sidecar.knowledge.countries import countries_called, country_named, country_words
from sidecar.wire.graph import home_address
from sidecar.words import Words


def answer_where(
    *,
    at: datetime,
    email: str | None = None,
    phone_number: str | None = None,
    city: str | None = None,
    country: str | None = None,
    mail_offsets: Sequence[str] = (),
    user_zone: str | None = None,
) -> dict[str, Any]:
    """What is known of a clock at the instant `at`. Raises Refused, naming the option, for what cannot be used."""
    code = _country(country) if country is not None else None
    home = home_address(email) if email is not None else None
    evidence = [
        *([_own(user_zone, code)] if user_zone is not None else []),
        *([_city(city)] if city is not None else []),
        *([Evidence(kind="country", value=code)] if code is not None else []),
        *([_phone(phone_number, code)] if phone_number is not None else []),
        *(_mail(text) for text in mail_offsets),
        *([Evidence(kind="domain", value=home or email)] if email is not None else []),
    ]
    return _document(whereabouts(evidence, at), at, Words("en"))


def _document(found: Whereabouts, at: datetime, words: Words) -> dict[str, Any]:
    return {
        "state": found.state,
        "zone": found.zone,
        "country": found.country,
        "country_is_stated": found.country_is_stated,
        "candidates": [{"utc_offset": one.utc_offset, "zones": list(one.zones), "share": one.share} for one in found.candidates],
        "wording": wording(found, at, words, seen_from=None),
        "because": [said(reason, words) for reason in found.because],
    }


def _own(zone: str, country: str | None) -> Evidence:
    return Evidence(kind="own_entry", value=zone_given(zone, "--user-zone", country), country=country)


def _city(city: str) -> Evidence:
    if not re.search(r"[^\W\d_]", city):
        raise Refused(f"--city {city}: this is no name; give a town such as Munich, or Springfield, IL.")
    return Evidence(kind="city", value=city)


def _country(country: str) -> str:
    found = country_named(country)
    several = countries_called(country)
    if found is None and several:
        names = Words("en").either([f"{one} ({country_words(one, 'en')})" for one in several])
        raise Refused(f"--country {country}: more than one country is called so; give {names}.")
    if found is None:
        raise Refused(f"--country {country}: no country is called so; give two letters such as DE, or its name.")
    return found


def _phone(number: str, country: str | None) -> Evidence:
    kind = phone(number, country).kind
    if kind == "incomplete":
        raise Refused(f"--phone {number}: the country code is missing; write it as +49 …, or add --country.")
    if kind == "unreadable":
        raise Refused(f"--phone {number}: this is no telephone number; write it with its country code, such as +49 89 1234567.")
    return Evidence(kind="phone", value=number, country=country)


def _mail(text: str) -> Evidence:
    """`+0200@2026-07-03`: noon of that day on the clock with that offset; the date may be a full instant instead."""
    value, _, written = (part.strip() for part in text.partition("@"))
    seen_at = _written_at(written, value)
    found = Evidence(kind="mail_offset", value=value, seen_at=seen_at)
    if seen_at is None or offset_seen(found) is None:
        raise Refused(f"--mail-offset {text}: give an offset and the mail's date such as +0200@2026-07-03.")
    return found


def _written_at(written: str, offset: str) -> datetime | None:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
            return datetime.fromisoformat(f"{written}T12:00:00{offset}").astimezone(UTC)
        found = datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        return None
    return found.astimezone(UTC) if found.tzinfo is not None else None
