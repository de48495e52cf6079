"""Draws docs/pictures/data-flow.svg and writes its table in docs/operate/security.md, from the one table of what flows.

`python docs/draw_data_flow.py` writes both; `--check` only says whether they are the same. How long something is kept comes from
the table of what is kept, and a permission that is used but flows nowhere, or a table that nothing flows into, fails a test.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from pathlib import Path
from typing import Final

HERE = Path(__file__).parent
PICTURE, PAGE = HERE / "pictures" / "data-flow.svg", HERE / "operate" / "security.md"
BEGIN, END = "<!-- what flows: written by docs/draw_data_flow.py -->\n", "<!-- end of what flows -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One box of the picture. `says`: a line each below its name."""

    name: str
    says: tuple[str, ...]
    x: int
    y: int
    width: int = 250
    height: int = 96
    is_ours: bool = True
    """Whether it is the organisation's own, or somebody else's."""


SIDES: Final[dict[str, Side]] = {
    "people": Side(name="Your people", says=("Teams: chat, side panel, tab", "browser: tech check"), x=20, y=20),
    "microsoft": Side(name="Microsoft 365", says=("your tenant: Graph,", "Teams' bot service, Entra"), x=20, y=190),
    "admin": Side(name="Administrator", says=("of the server:", "command line, metrics, log"), x=20, y=360),
    "program": Side(name="Client Companion", says=("doors and workers", "on your machines"), x=400, y=190, width=210),
    "database": Side(name="PostgreSQL", says=("yours; the only store", "rows of a tenant kept apart"), x=740, y=20),
    "web": Side(name="Public web", says=("sites and registers, only with", "COMPANION_WEB_CONTACT"), x=740, y=190, is_ours=False),
    "collector": Side(name="Trace collector", says=("only with", "COMPANION_TRACES_URL"), x=410, y=20, width=200, is_ours=False),
    "model": Side(name="Language model", says=("only with", "COMPANION_LLM_BASE_URL"), x=740, y=360, is_ours=False),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One row. `stored`: what of it is stored, in words, with the tables that hold it, all of them for the same time; `asks`: the
    permissions it needs; `note`: what is not stored, or where."""

    source: str
    target: str
    what: str
    stored: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    note: str = ""

    @property
    def tables(self) -> tuple[str, ...]:
        """All that is stored of it, as the database calls it."""
        return tuple(chain.from_iterable(self.stored.values()))


FLOWS: Final[tuple[Flow, ...]] = (
    Flow(
        source="people", target="program", what="What people tap, write to the bot, note and set",
        stored={
            "corrections, lessons and impressions of a call, people beside the project, who may see your cards": (
                "correction", "lesson", "check_in", "impression", "around", "card_grant",
            ),
            "notes, ticks, points to cover, whom you spoke to": ("note", "must_cover", "tick", "addressed"),
            "wishes for a client, openers": ("carried_must", "client_wish", "opener_used"),
            "limits and rests for a client": ("relationship",),
            "what was suggested and what you tapped": ("suggestion",),
            "what a client told you, in your words": ("kept",),
            "who looks after a call": ("follow_up_owner",),
            "hand-overs of a client": ("hand_over",),
        },
    ),
    Flow(
        source="people", target="program", what="Results of the tech check: levels and speeds, no sound and no picture",
        stored={"the results": ("device_check",), "a digest of the link": ("one_time_link",)},
    ),
    Flow(
        source="program", target="people", what="Cards, reminders and answers, in one's own chat; a line in the feed",
        stored={
            "which card was sent, and when": ("delivery", "armed"), "a morning's reminder": ("nudge",),
            "answers on their way, sending limits": ("answer", "pace"), "which card a colleague saw by leave": ("card_view",),
        },
        asks=("TeamsActivity.Send.User",),
    ),
    Flow(
        source="microsoft", target="program", what="Calendar entries and their changes, attached documents",
        stored={
            "meetings, and findings in documents": ("meeting", "deck"), "notices of changes": ("notice",),
            "the subscription, and when it was last looked through": ("subscription", "tended"),
            "whom one met in which month": ("met",),
        },
        asks=("Calendars.Read",),
        note="documents are read in memory",
    ),
    Flow(
        source="microsoft", target="program", what="Who somebody is, when they work, which domains are ours, who is in the group",
        stored={"all of it": ("person", "tenant", "organisation")},
        asks=("User.Read.All", "MailboxSettings.Read", "Organization.Read.All", "GroupMember.Read.All"),
    ),
    Flow(
        source="microsoft", target="program", what="Mails with an invited client",
        stored={
            "telephone, town, offset, title, open question": ("evidence", "evidence_look"),
            "that you were in touch": ("touch",), "what a client answered to your welcome mail": ("client_answer",),
            "that an address no longer answers": ("contact_gone",),
        },
        asks=("Mail.Read",), note="the mail itself: no; a promise in it: as in the row of the transcript",
    ),
    Flow(
        source="microsoft", target="program", what="A meeting's options; that a call began and ended, who joined and left",
        stored={"options, beginning and end, ids of the directory of who joined": ("online_meeting", "call", "call_event")},
        asks=(
            "OnlineMeetings.Read.All", "OnlineMeeting.ReadBasic.Chat", "OnlineMeetingParticipant.Read.Chat",
            "OnlineMeetingIncomingAudio.Detect.Chat",
        ),
        note="whether anybody speaks: known to the open panel only, no",
    ),
    Flow(
        source="microsoft", target="program", what="The transcript of a meeting",
        stored={
            "sentences that are a question, a concern, a decision or speak of a part in them": ("follow_up", "role_hint"),
            "what was promised in it": ("promise",),
        },
        asks=("OnlineMeetingTranscript.Read.All", "OnlineMeetingTranscript.Read.Chat"), note="the transcript itself: no",
    ),
    Flow(
        source="program", target="microsoft", what="Drafts, tasks and proposed times in one's own mailbox; the app for the group",
        stored={"that a draft was made, a check-in's text": ("draft",), "who was given the app": ("roll_out",)},
        asks=("Mail.ReadWrite", "Tasks.ReadWrite.All", "Calendars.ReadWrite", "TeamsAppInstallation.ReadWriteSelfForUser.All"),
        note="it cannot send a mail",
    ),
    Flow(
        source="program", target="web", what="The name or domain of a client's organisation; back: public pages, registers, news",
        stored={"pages": ("page",), "their summary": ("dossier",), "how much was asked": ("daily_use",)},
        note="nothing of a meeting or a person is sent",
    ),
    Flow(
        source="program", target="model", what="Sentences of public pages and news; back: the same in fewer words",
        note="no mail, calendar, transcript or note; nothing is stored there by us",
    ),
    Flow(
        source="admin", target="program", what="Export, erasure, handing over, looking why; who asked about whom is noted",
        stored={"a digest of who was erased": ("erasure",), "who asked about whom, as numbers": ("seen",)},
    ),
    Flow(
        source="program", target="admin", what="The log and the metrics: events, counts, digests; no names, addresses or texts",
        note="not by us; for as long as your monitoring keeps it",
    ),
    Flow(source="program", target="database", what="All that stands in the column “stored”, and ids of what is yet to be done"),
    Flow(
        source="program", target="collector", what="Which work was done and how long it took; no names, addresses or texts",
        note="not by us; for as long as that collector keeps it",
    ),
)  # fmt: skip
EDGES: Final[dict[tuple[str, str], tuple[int, int, int, int]]] = {
    ("people", "program"): (270, 45, 500, 190),
    ("program", "people"): (425, 190, 270, 95),
    ("microsoft", "program"): (270, 215, 400, 215),
    ("program", "microsoft"): (400, 262, 270, 262),
    ("admin", "program"): (270, 385, 420, 286),
    ("program", "admin"): (500, 286, 270, 440),
    ("program", "database"): (570, 190, 740, 70),
    ("program", "collector"): (535, 190, 535, 116),
    ("program", "web"): (610, 238, 740, 238),
    ("program", "model"): (570, 286, 740, 400),
}
"""From where to where each arrow runs: x and y of both ends."""
STYLE: Final = """
text { font-family: "Segoe UI", system-ui, sans-serif; fill: #242424; }
.name { font-size: 17px; font-weight: 600; } .says { font-size: 14px; } .number { font-size: 14px; font-weight: 600; }
.back { fill: #ffffff; } .ours { fill: #eef0fb; stroke: #4f52b2; } .theirs { fill: #fdf3e3; stroke: #8a5a00; }
.program { fill: #4f52b2; stroke: #4f52b2; } .program + text, .program ~ text { fill: #ffffff; }
.edge { stroke: #424242; stroke-width: 1.6; fill: none; } .head { fill: #424242; } .plate { fill: #ffffff; stroke: #424242; }
@media (prefers-color-scheme: dark) {
text { fill: #f5f5f5; } .back { fill: #1f1f1f; }
.ours { fill: #2b2d4a; stroke: #9299f7; } .theirs { fill: #43341a; stroke: #f0b95b; }
.program { fill: #5b5fc7; stroke: #9299f7; } .edge { stroke: #d6d6d6; } .head { fill: #d6d6d6; }
.plate { fill: #1f1f1f; stroke: #d6d6d6; }
}
""".strip()


def numbered() -> list[tuple[int, Flow]]:
    """The rows with the numbers they have in picture and table."""
    return list(enumerate(FLOWS, start=1))


def picture() -> str:
    """The picture as SVG, readable on light and on dark."""
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1010 476" role="img" aria-labelledby="title told">',
        '<title id="title">What flows where</title>',
        f'<desc id="told">{escape(" ".join(f"{number}: {one.what}." for number, one in numbered()))}</desc>',
        f"<style>\n{STYLE}\n</style>",
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">',
        '<path class="head" d="M0 0 10 5 0 10z"/></marker></defs>',
        '<rect class="back" width="1010" height="476"/>',
        *(_box(key, one) for key, one in SIDES.items()),
        *(_edge(ends) for ends in EDGES),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _box(key: str, side: Side) -> str:
    kind = "program" if key == "program" else "ours" if side.is_ours else "theirs"
    middle, first = side.x + side.width // 2, side.y + side.height // 2 - 9 * len(side.says) + 4
    dash = "" if side.is_ours else ' stroke-dasharray="6 4"'
    said = "".join(
        f'<text class="says" x="{middle}" y="{first + 22 + 19 * row}" text-anchor="middle">{escape(line)}</text>'
        for row, line in enumerate(side.says)
    )
    return (
        f'<g><rect class="{kind}" x="{side.x}" y="{side.y}" width="{side.width}" height="{side.height}" rx="10"{dash}/>'
        f'<text class="name" x="{middle}" y="{first}" text-anchor="middle">{escape(side.name)}</text>{said}</g>'
    )


def _edge(ends: tuple[str, str]) -> str:
    x1, y1, x2, y2 = EDGES[ends]
    label = _label([number for number, one in numbered() if (one.source, one.target) == ends])
    x, y, width = (x1 + x2) // 2, (y1 + y2) // 2, 12 + 8 * len(label)
    return (
        f'<path class="edge" marker-end="url(#head)" d="M{x1} {y1} {x2} {y2}"/>'
        f'<rect class="plate" x="{x - width // 2}" y="{y - 12}" width="{width}" height="24" rx="12"/>'
        f'<text class="number" x="{x}" y="{y + 5}" text-anchor="middle">{label}</text>'
    )


def _label(numbers: list[int]) -> str:
    """1 to 2, or one number; what lies on one arrow has numbers that follow each other."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def table() -> str:
    """What flows, as Markdown."""
    lines = ["| | From → to | What | Stored, and for how long | Permission |", "| --- | --- | --- | --- | --- |"]
    for number, one in numbered():
        way = f"{SIDES[one.source].name} → {SIDES[one.target].name}"
        asks = ", ".join(f"`{name}`" for name in one.asks)
        lines.append(f"| {number} | {way} | {one.what} | {_stored(one)} | {asks} |")
    return "\n".join(lines) + "\n"


def _stored(flow: Flow) -> str:
    from sidecar.domain.apps.retention import kept_of

    said = []
    for subject, tables in flow.stored.items():
        (how_long,) = {kept_of(name).how_long for name in tables}
        said.append(f"{subject}: {how_long}")
    return "; ".join([*said, *([flow.note] if flow.note else [])]) or "see the other rows"


def written(text: str) -> str:
    """The page with the table as it is now; everything around it stays."""
    return re.sub(re.escape(BEGIN) + r"(?s:.*?)" + re.escape(END), lambda _: f"{BEGIN}\n{table()}\n{END}", text, count=1)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    page = PAGE.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(int(page != written(page) or picture() != PICTURE.read_text(encoding="utf-8")))
    PAGE.write_text(written(page), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")
