"""The card that comes when a meeting is booked at an hour that is none of the client's, and the words to propose another."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

from sidecar.domain.briefs.booking import Booking
from sidecar.domain.briefs.brief import Brief, PersonLine
from sidecar.domain.cards import card_lines as lines
from sidecar.domain.cards.card_actions import short_offset, shown_name, tap_data
from sidecar.domain.meetings.fairness import Slot
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import local
from sidecar.domain.wording.card_parts import Element, adaptive_card, execute, heading, line, literal, run
from sidecar.words import Words

MOST_INVITED: Final = 20
SCHEDULE: Final = "https://teams.microsoft.com/l/meeting/new"
"""https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams"""


def booking_card(brief: Brief, booking: Booking | None, words: Words, preferences: Preferences) -> Element:
    """What is wrong with the hour, and up to three better ones with a tap each; one line once the hour is fine."""
    meeting, zone = brief.meeting, preferences.zone
    head = [
        line(run(lines.subject_of(meeting, words), size="Large", weight="Bolder")),
        line(run(words.span(meeting.start_at, meeting.end_at, zone), isSubtle=True, size="Small"), spacing="Small"),
    ]
    if booking is None:
        fine = words.say("booking-fine")
        return adaptive_card([*head, line(run(fine), spacing="Medium")], [], language=words.language, spoken=fine)
    args = {name: literal(value, 60, 8) for name, value in booking.reason.args.items()}
    said = words.say(booking.reason.key, **args)
    body = [*head, line(run(said, color="Warning", weight="Bolder"), spacing="Medium")]
    if booking.last_time:
        who = words.listed([literal(one, 40, 5) for one in booking.last_time[:2]])
        body.append(line(run(words.say("booking-last-time", who=who), isSubtle=True), spacing="Small"))
    if booking.slots:
        reasons = [_reason(one, words) for one in booking.slots]
        shared = reasons[0] if len(reasons) > 1 and len(set(reasons)) == 1 else ""
        body.append(heading(words.say("booking-better")))
        body += [_slot(one, brief, words, zone, "" if shared else why) for one, why in zip(booking.slots, reasons, strict=True)]
        body += [line(run(shared, isSubtle=True), spacing="Small")] if shared else []
    data = tap_data(meeting.id, "booking_warning")
    buttons = [
        execute(
            "propose_slot",
            words.say("act-propose", when=f"{words.day(one.start_at, zone)} {words.clock(one.start_at, zone)}"),
            {**data, "slot": one.start_at.isoformat()},
        )
        for one in booking.slots
    ]
    buttons.append(execute("booking_fine", words.say("act-booking-fine"), data))
    return adaptive_card(body, buttons, language=words.language, spoken=words.say("booking-summary"))


def proposal_card(brief: Brief, start_at: datetime, words: Words, preferences: Preferences) -> Element:
    """The words to send, with both clocks, and a button that opens the scheduling form with everything filled in."""
    meeting, zone = brief.meeting, preferences.zone
    end_at = start_at + (meeting.end_at - meeting.start_at)
    mine = words.whole_moment(start_at, zone) + words.aside(words.place(zone))
    theirs = words.series(dict.fromkeys(_their_time(one, start_at, words) for one in _clients(brief)))
    subject = lines.subject_of(meeting, words)
    text = words.say("booking-text", subject=subject, theirs=theirs, mine=mine)
    if not theirs:
        text = words.say("booking-text-mine", subject=subject, mine=mine)
    addresses = [one.address for one in _clients(brief) if one.address][:MOST_INVITED]
    query = {
        "subject": subject,
        "startTime": start_at.isoformat(),
        "endTime": end_at.isoformat(),
        "attendees": ",".join(addresses),
    }
    url = f"{SCHEDULE}?{urlencode(query, quote_via=quote)}"
    buttons: list[Element] = [{"type": "Action.OpenUrl", "title": words.say("act-schedule"), "url": url}]
    buttons.append(execute("show", words.say("act-show"), tap_data(meeting.id, "booking_warning")))
    body = [line(run(words.say("booking-send"), isSubtle=True, size="Small")), line(run(text), spacing="Small")]
    return adaptive_card(body, buttons, language=words.language, spoken=words.say("booking-send"))


def _reason(one: Slot, words: Words) -> str:
    """“in working hours for everybody”: below all of them where it is the same for each."""
    return words.say(one.because[0].key, **{k: literal(v, 60, 8) for k, v in one.because[0].args.items()}) if one.because else ""


def _slot(one: Slot, brief: Brief, words: Words, zone: str, why: str) -> Element:
    """“Tue 24 Nov 15:00 – 10:00 for Maria · in working hours for everybody”."""
    when = f"{words.day(one.start_at, zone)} {words.clock(one.start_at, zone)}"
    theirs = dict.fromkeys(_their_clock(person, one.start_at, words) for person in _clients(brief)[:2])
    tail = " · ".join(part for part in (*theirs, why) if part)
    return line(run(f"{when}  ", weight="Bolder"), run(tail, isSubtle=True), spacing="Small")


def _clients(brief: Brief) -> list[PersonLine]:
    return [one for one in brief.people if one.side == "client" and one.clock and one.clock.zone]


def _their_clock(person: PersonLine, at: datetime, words: Words) -> str:
    zone = person.clock.zone if person.clock else None
    return words.say("booking-for", clock=words.clock(at, zone), who=shown_name(person)) if zone else ""


def _their_time(person: PersonLine, at: datetime, words: Words) -> str:
    zone = (person.clock.zone if person.clock else None) or "UTC"
    offset = short_offset(local(at, zone).utc_offset)
    return words.whole_moment(at, zone) + words.aside(words.row((words.place(zone), offset)))
