"""The one table of what is kept: of whom, what for, for how long, and by which instant its age is told.

The sweep takes its ages from here, `companion export` its headings, `docs/privacy.md` its table; the comment on each table in
the database says the same. A table of the database that stands in no row here is a mistake that a test finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

Whose = Literal["ours", "met", "client", "tenant", "nobody"]
"""ours: a person of ours alone sees it. met: the same, and it names people of clients. client: of an organisation, seen by
everybody here. tenant: of our own organisation. nobody: it says nothing of anybody."""

WHILE_INSTALLED: Final = "while installed"
UNTIL_DONE: Final = "until done"
FOR_EVER: Final = "for ever"
AFTER_THE_MEETING: Final = "30 days after the meeting"
AFTER_LEAVING: Final = timedelta(days=30)
"""So long after the bot was taken out stands what is kept while it is installed."""
DAY, MONTH, YEAR = timedelta(days=1), timedelta(days=30), timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """Rows whose `since` is longer ago than `span` are deleted. `since`: a column, `meeting` for the end of the meeting they are
    of, or empty where the engine itself tells."""

    span: timedelta
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One row of the table. `tables` as the database calls them, those of the queue with its schema; `what` and `why` in the
    words of whoever it is about; `how_long` as in the comment on each table; `ages`: none where something else ends it."""

    tables: tuple[str, ...]
    what: str
    why: str
    how_long: str
    whose: Whose
    ages: tuple[Age, ...] = ()


def _after_meeting(*tables: str, what: str, why: str, whose: Whose = "ours") -> Kept:
    ages = (Age(span=MONTH, since="meeting"),)
    return Kept(tables=tables, what=what, why=why, how_long=AFTER_THE_MEETING, whose=whose, ages=ages)


def _aged(*tables: str, since: str, span: timedelta, how_long: str, what: str, why: str, whose: Whose = "ours") -> Kept:
    return Kept(tables=tables, what=what, why=why, how_long=how_long, whose=whose, ages=(Age(span=span, since=since),))


KEPT: Final[tuple[Kept, ...]] = (
    Kept(
        tables=("person",),
        what="Your name, address, zone, working hours, language, settings, and the address of your chat with the bot. When you "
        "are away and to which city you travel, as your own calendar and your automatic reply say, and the zone of your device",
        why="to know you and to write to you", how_long=WHILE_INSTALLED, whose="ours",
    ),
    Kept(
        tables=("correction",), what="What you told the bot: not a client, a corrected time zone, a role, a line that is wrong",
        why="to do as you said", how_long=WHILE_INSTALLED, whose="met",
    ),
    Kept(
        tables=("subscription",), what="The subscription on your calendar: its id, its end, a digest of its secret",
        why="to hear of changes, and to tell real notices from forged ones", how_long=WHILE_INSTALLED, whose="ours",
    ),
    _after_meeting(
        "meeting", "online_meeting", whose="met",
        what="Meetings of your calendar: subject, text, times, people, joining link, a meeting's options such as its lobby, and "
        "how it stood when you accepted it. "
        "Of a private or confidential one only when it is",
        why="the card, and its changes",
    ),
    _after_meeting(
        "delivery", "armed", "note", "must_cover", "tick", whose="met",
        what="Which card was sent and when, your notes, ticks and must-cover list", why="the card, the side panel",
    ),
    _after_meeting(
        "deck", whose="met",
        what="Documents attached to an invitation: read in memory. Kept are findings, such as the place of a leftover "
        "placeholder",
        why="to warn you before the client sees it",
    ),
    _after_meeting(
        "call", "call_event",
        what="When a call began and ended as Teams or you told, who joined and left it (ids of the directory, a guest without "
        "one), which breaks were suggested and what you tapped; no words of a call are heard live",
        why="the panel and the one card of the call",
    ),
    _after_meeting(
        "addressed", "role_hint", whose="met",
        what="Whom you ticked as spoken to in a call, and words of a call that speak for somebody's part in decisions: a "
        "suggestion to you alone, gone with one tap",
        why="the room sheet; nobody's speaking is measured and no mood is read",
    ),
    _after_meeting(
        "follow_up", whose="met",
        what="After a call: what its transcript says of promises, questions, concerns and decisions, in its own words; the "
        "transcript itself is read in memory and not kept. What you answered to each",
        why="to ask you once what follows, and to make no task twice",
    ),
    Kept(
        tables=("promise",), whose="met",
        what="What you and a client promised each other: who, what, until when, whom you wait for, and the sentence that says "
        "so, from your notes, your mails with them, and a transcript",
        why="your list of promises, the card, one reminder",
        how_long="until it is kept or let go of, and 90 days more",
        ages=(Age(span=90 * DAY, since="settled_at"),),
    ),
    _aged(
        "nudge", since="day", span=30 * DAY, how_long="30 days", whose="met",
        what="What a morning's reminder said", why="to say nothing twice",
    ),
    _aged(
        "evidence_look", "evidence", since="looked_at", span=30 * DAY, how_long="30 days after the last look", whose="met",
        what="Mails between you and an invited client: read when a meeting is coming or a client is about to be named to you as "
        "long silent, and only where an administrator allowed it. The mail is not stored; kept are a telephone number, a town, "
        "an offset of the clock, a title, and the sentence that is an open question or a promise",
        why="what time it is for them, what was last agreed",
    ),
    _aged(
        "page", since="fetched_at", span=30 * DAY, how_long="30 days", whose="client",
        what="Public web pages of a client's organisation, where an administrator switched this on",
        why="what they do, their news",
    ),
    _aged(
        "dossier", since="read_at", span=90 * DAY, how_long="90 days", whose="client",
        what="The summary of those pages, of public registers and of news", why="the company's lines on the card",
    ),
    _aged(
        "roll_out", since="seen_at", span=90 * DAY, how_long="90 days after you were last seen in the group",
        what="Who of your organisation's group was given the app, where an administrator has it given to people: an id of the "
        "directory and a date",
        why="to give it to nobody a second time",
    ),
    _aged(
        "carried_must", "client_wish", since="changed_at", span=YEAR, how_long="12 months after it was last changed", whose="met",
        what="What you set for a client: to go gently, minutes before the agenda, points moved to next time",
        why="the plan of your next meeting with them",
    ),
    _aged(
        "opener_used", since="used_at", span=YEAR, how_long="12 months after it was last changed", whose="met",
        what="What you asked about or showed them to open a talk", why="to ask nothing twice",
    ),
    Kept(
        tables=("lesson", "check_in", "impression"), how_long=WHILE_INSTALLED, whose="met",
        what="Your lesson of a call, the day you want to look in again, the word you wanted to leave behind and how you found "
        "that it went",
        why="your next card with that client; how it went is shown to you alone",
    ),
    _aged(
        "touch", since="happened_at", span=2 * YEAR, how_long="24 months after the contact", whose="met",
        what="With whom of a client you were in touch, when and by what (a meeting, a call you told us of, a mail in either "
        "direction, or an invoice, newsletter or machine), without subject or text",
        why="“who am I losing”, one line in the morning; colleagues learn the month at most, and only while you share counts",
    ),
    _aged(
        "relationship", since="seen_at", span=2 * YEAR, how_long="24 months after the last contact or change", whose="met",
        what="Since when you know each other; your own limits and rests for a client", why="the same line, as you want it",
    ),
    _aged(
        "client_answer", since="said_at", span=2 * YEAR, how_long="24 months after it was said", whose="met",
        what="What a client answered to the questions of your welcome mail: years of use, aim, who joins, with their words",
        why="how deep your next brief goes; you can turn it",
    ),
    _aged(
        "contact_gone", since="seen_at", span=2 * YEAR, how_long="24 months after it was seen", whose="met",
        what="That an address no longer answers, and whom their mail names instead, with its words",
        why="to ask for the successor, not to write into the void",
    ),
    _aged(
        "draft", since="made_at", span=YEAR, how_long="12 months after it was made", whose="met",
        what="That a draft was made for you, to whom and about what; the text of a check-in",
        why="to make none twice, and no two alike",
    ),
    _aged(
        "suggestion", since="day", span=395 * DAY, how_long="13 months", whose="met",
        what="What was suggested to you and what you tapped", why="to say nothing twice, and to stop when you said so",
    ),
    _aged(
        "kept", since="kept_at", span=2 * YEAR, how_long="24 months after it was written", whose="met",
        what="What you asked a client and what they told you, what you assume of them, whom you thanked, in your words",
        why="to ask again next time; you alone see it",
    ),
    Kept(
        tables=("tended",), what="On which day your relationships were last looked at", why="to look once a day",
        how_long=WHILE_INSTALLED, whose="ours",
    ),
    Kept(
        tables=("around",), how_long=WHILE_INSTALLED, whose="met",
        what="People beside the project whom you wrote down, such as an assistant or the reception", why="to greet them by name",
    ),
    _aged(
        "follow_up_owner", since="taken_at", span=MONTH, how_long="30 days after it was taken",
        what="Which of several of you in one call looks after what follows from it", why="so that a client is asked once",
    ),
    _aged(
        "hand_over", since="offered_at", span=YEAR, how_long="12 months after it was offered", whose="met",
        what="Which client you or your administrator offered to whom of you, what goes over, and what was answered",
        why="to carry it out once, and to be able to say who did",
    ),
    Kept(
        tables=("card_grant",), what="Who of your colleagues may see your cards, because you said so", how_long=WHILE_INSTALLED,
        why="to show them to nobody else", whose="ours",
    ),
    _aged(
        "card_view", since="viewed_at", span=YEAR, how_long="12 months after it was seen",
        what="Which of your cards a colleague saw by your leave, and when", why="so that it can be said who saw what",
    ),
    _aged(
        "seen", since="seen_at", span=YEAR, how_long="12 months after it was seen", whose="tenant",
        what="Which colleague saw a card by leave, and which administrator's account asked this program about whom, and when: "
        "numbers instead of names, and no content",
        why="so that it can be said who saw what, for as long as a works council or an auditor usually asks back",
    ),
    _aged(
        "device_check", since="taken_at", span=90 * DAY, how_long="90 days",
        what="Results of the tech check: levels, speeds, state of camera and microphone. Sound and picture never leave your "
        "browser",
        why="“last time your headset failed”",
    ),
    _aged(
        "met", since="month", span=YEAR + 31 * DAY, whose="met",
        how_long="12 months after the meeting, and only while the person shares counts",
        what="Whom of an organisation you met in which month: an address and a month, no day and no subject",
        why="to tell a colleague with the same client how often, and no more, where you switch that on",
    ),
    _aged("notice", since="received_at", span=2 * DAY, how_long="2 days", what="Notices of changes", why="to lose nothing"),
    _aged("pace", since="next_at", span=2 * DAY, how_long="2 days", what="Sending limits", why="to be no bother"),
    _aged(
        "answer", since="made_at", span=2 * DAY, how_long="2 days", whose="met",
        what="Answers of the bot on their way, with their text", why="to lose nothing and send nothing twice",
    ),
    _aged(
        "one_time_link", since="expires_at", span=2 * DAY, how_long="2 days",
        what="Digests of one-time links to the tech check", why="that each works once, for ten minutes",
    ),
    _aged(
        "daily_use", since="day", span=2 * DAY, how_long="2 days", whose="client",
        what="How much was asked of the web and of a language model in a day, by client", why="to stay within a budget",
    ),
    Kept(
        tables=("tenant", "organisation"), what="Your organisation's id in Entra and its domains",
        why="to know who is a colleague", how_long=WHILE_INSTALLED, whose="tenant",
    ),
    Kept(
        tables=("queue.pgqueuer", "wake_start"), whose="ours", how_long=UNTIL_DONE,
        what="What is yet to be done, such as “read this calendar”: ids, and where a private mail address is the client, that "
        "address. What failed for good is kept for 30 days",
        why="to survive a restart", ages=(Age(span=30 * DAY, since=""),),
    ),
    Kept(
        tables=("queue.pgqueuer_log",), how_long="7 days", whose="nobody", ages=(Age(span=7 * DAY, since=""),),
        what="When which kind of work began and ended", why="to find out why something is late",
    ),
    _aged(
        "erasure", since="erased_at", span=3 * YEAR, how_long="36 months after the erasure", whose="nobody",
        what="That somebody was erased: a digest of the address, the day, how many rows",
        why="to prove it, and to read nothing past in again",
    ),
    Kept(
        tables=("schema_version", "clock", "queue.pgqueuer_statistics", "queue.pgqueuer_schedules"), how_long=FOR_EVER,
        whose="nobody",
        what="Which version the database has, and how much work was done", why="to update it; it holds nothing of anybody",
    ),
)  # fmt: skip


def kept_of(table: str) -> Kept:
    """The row that a table stands in. Raises KeyError for one that stands in none."""
    return _BY_TABLE[table]


def age_of(table: str, since: str = "") -> timedelta:
    """How long a row of a table is kept; `since` chooses where there are several. Raises KeyError for one without an age."""
    for age in kept_of(table).ages:
        if since in ("", age.since):
            return age.span
    raise KeyError(f"{table} {since}")


def tables() -> Iterator[str]:
    """Every table, in the order in which it is shown; those of the queue with their schema."""
    return (table for one in KEPT for table in one.tables)


def _by_table() -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    for one in KEPT:
        for table in one.tables:
            if table in found:
                raise ValueError(f"{table} stands in two rows")
            found[table] = one
    return found


_BY_TABLE: Final = _by_table()

_NOBODYS_TENANT: Final = frozenset({"schema_version", "clock", "wake_start"})


def tables_of_tenants() -> tuple[str, ...]:
    """The tables whose rows belong to a tenant, those that others hang on last: in this order they can be emptied."""
    mine = [one for one in tables() if "." not in one and one not in _NOBODYS_TENANT]
    last = ["evidence_look", "meeting", "person", "organisation", "tenant"]
    return (*(one for one in mine if one not in last), *last)


def as_table(kept: tuple[Kept, ...] = KEPT) -> str:
    """The table as Markdown, for docs/privacy.md."""
    lines = ["| What | What for | How long |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {one.what} | {one.why} | {one.how_long} |" for one in kept)])
