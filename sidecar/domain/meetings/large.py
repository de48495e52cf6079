"""Webinars, town halls and other meetings of very many: does the person present, or only listen?

Told by the link that the invitation carries and by how many are invited, never by a title. Whoever organises presents; everybody
else is asked once, and the answer holds for the series.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from sidecar.domain.meetings.checklist import CheckId, Seen
from sidecar.domain.meetings.client import Corrections, Verdict, everybody
from sidecar.domain.meetings.joining import unwrapped
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.wording.reason import Reason

Large = Literal["webinar", "town_hall", "many"]
Part = Literal["presenting", "listening"]
TAKING_PART: Final = "taking_part"
"""The kind of correction, and the verb of the tap."""
MANY: Final = 40
"""From so many invited people on nobody talks with everybody; a distribution list counts as one."""
_URL: Final = re.compile(r"https://[^\s<>\"'\\)\]}]{4,1500}", re.IGNORECASE)
_WEBINAR: Final = re.compile(
    r"https://(?:"
    r"[\w-]{1,40}\.zoom\.us/(?:w/|webinar/)|zoom\.us/(?:w/|webinar/)"
    r"|events\.teams\.microsoft\.com/event/"
    r"|[\w.-]{1,80}\.webex\.com/(?:weblink/register/|webappng/sites/[\w.-]{1,80}/webinar/)"
    r"|(?:attendee|register|global)\.gotowebinar\.com/"
    r"|(?:app\.)?livestorm\.co/|[\w-]{1,40}\.on24\.com/|(?:www\.)?bigmarker\.com/"
    r")",
    re.IGNORECASE,
)
"""https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0064143 : `/w/` is the link of somebody who registered."""
_BROADCAST: Final = re.compile(r"isbroadcastmeeting(?:%22|\")\s*(?:%3a|:)\s*true", re.IGNORECASE)
"""In the context of a Teams link: a live event or town hall, whose audience is not seen.
https://learn.microsoft.com/microsoftteams/platform/graph-api/meeting-transcripts/fetch-id"""


def large_kind(meeting: Meeting) -> Large | None:
    """What kind of large meeting it is; None for a meeting in which everybody may speak."""
    links = [meeting.joining.url or "", *_URL.findall(f"{meeting.location or ''} {meeting.body[:20_000]}")]
    links = [unwrapped(one) for one in links if one]
    if any(_BROADCAST.search(one) for one in links):
        return "town_hall"
    if any(_WEBINAR.match(one) for one in links):
        return "webinar"
    return "many" if sum(one.kind != "resource" for one in everybody(meeting)) >= MANY else None


def subject_of_part(meeting: Meeting) -> str:
    """What the answer is about: the series, where it is one."""
    return meeting.series_id or str(meeting.id)


def part_in(meeting: Meeting, said: Corrections) -> Part | Literal["ask"] | None:
    """What the person does in it: as they said, as their being the organiser says, or to be asked; None in a usual meeting."""
    answered = said.parts.get(subject_of_part(meeting))
    if answered in ("presenting", "listening"):
        return "listening" if answered == "listening" else "presenting"
    if large_kind(meeting) is None:
        return None
    return "presenting" if meeting.is_organizer else "ask"


def with_part(meeting: Meeting, verdict: Verdict, said: Corrections) -> Verdict:
    """The same verdict, unless the person only listens: then they are left in peace."""
    if not verdict.is_client or part_in(meeting, said) != "listening":
        return verdict
    reason = Reason(key="reason-listening")
    return Verdict(is_client=False, client_domain=verdict.client_domain, reasons=(reason,), skipped="listening")


def checks_of_presenter(meeting: Meeting, said: Corrections) -> Mapping[CheckId, Seen]:
    """What somebody who presents to many sees to beforehand, as long as nothing better is known."""
    if part_in(meeting, said) != "presenting" or large_kind(meeting) is None:
        return {}
    keys: Mapping[CheckId, str] = {
        "devices": "check-devices-presenting",
        "screen_share": "check-screen-share-presenting",
        "access": "check-access-presenting",
        "recording": "check-recording-presenting",
    }
    return {item: Seen(state="todo", because_key=key, basis="calendar") for item, key in keys.items()}
