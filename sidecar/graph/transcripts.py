"""What was said in a Teams meeting, where somebody let Teams write it down; or why there is nothing to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.method import Method
from kiota_abstractions.request_information import RequestInformation

from sidecar.domain.wording.reason import Reason
from sidecar.graph.client import Graph, GraphError
from sidecar.graph.online_meetings import OnlineMeetings
from sidecar.graph.writing import NOT_THERE

PERMISSION: Final = "OnlineMeetingTranscript.Read.All"
MEETINGS: Final = "OnlineMeetings.Read.All"
MOST_PARTS: Final = 20
BEFORE: Final = timedelta(minutes=30)
AFTER: Final = timedelta(hours=2)
"""So far from the planned time a transcript still belongs to this occurrence of a series."""
_POLICY: Final = "application access policy"
_NOT_HOSTED: Final = "an error has occurred"
"""How Graph refuses the meeting of another organiser; without the permission it says so."""
_CONTENT: Final = (
    "{+baseurl}/users/{user%2Did}/onlineMeetings/{onlineMeeting%2Did}/transcripts/{callTranscript%2Did}/content?$format=text/vtt"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of transcription: somebody started it, somebody ended it. `data` is WebVTT."""

    id: str
    began_at: datetime
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NotThere:
    """There is nothing to read. `may_come`: Teams may not have written it yet, which takes up to an hour."""

    because: Reason
    may_come: bool = False


class Transcripts:
    """Transcripts of the meetings that the people we watch organise. Needs OnlineMeetingTranscript.Read.All
    and OnlineMeetings.Read.All. Both work only with an application access policy for each person:
    https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy"""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._meetings = OnlineMeetings(graph)

    async def try_reading(self, person: str) -> None:
        """Ask for those of a meeting that is not there: GraphError with 403 where that is not allowed at all, with 400 or 404
        where it is."""
        builder = self._graph.api.users.by_user_id(person).online_meetings.by_online_meeting_id(NOT_THERE).transcripts
        await self._graph.ask(builder.to_get_request_information(RequestConfiguration()), person)

    async def of_meeting(self, person: str, join_url: str, start_at: datetime, end_at: datetime) -> tuple[Part, ...] | NotThere:
        """The parts of what was said between these planned instants, in their order, or why there are none.

        Raises GraphError for any other final answer, or Retryable. https://learn.microsoft.com/graph/api/onlinemeeting-list-transcripts
        """
        if not join_url:
            return NotThere(because=Reason(key="transcript-not-teams"))
        try:
            meeting = await self._meetings.hosted(person, join_url)
        except GraphError as error:
            return _not_there(error, MEETINGS)
        if meeting is None:
            return NotThere(because=Reason(key="transcript-no-meeting"))
        try:
            return await self._parts(person, str(meeting["id"]), start_at - BEFORE, end_at + AFTER)
        except GraphError as error:
            return _not_there(error, PERMISSION)

    async def _parts(self, person: str, meeting: str, from_at: datetime, until_at: datetime) -> tuple[Part, ...] | NotThere:
        builder = self._graph.api.users.by_user_id(person).online_meetings.by_online_meeting_id(meeting).transcripts
        found: list[tuple[datetime, str]] = []
        async for page in self._graph.pages(builder, RequestConfiguration(), person):
            found += [
                (began_at, str(one["id"]))
                for one in page.get("value", ())
                if one.get("id") and (began_at := _instant(one)) is not None and from_at <= began_at <= until_at
            ]
        if not found:
            return NotThere(because=Reason(key="transcript-not-made"), may_come=True)
        wanted = sorted(found)[:MOST_PARTS]
        return tuple([Part(id=id_, began_at=at, data=await self._data(person, builder, id_)) for at, id_ in wanted])

    async def _data(self, person: str, builder: Any, transcript: str) -> bytes:
        """https://learn.microsoft.com/graph/api/calltranscript-get#example-2-get-a-calltranscript-content"""
        path = builder.by_call_transcript_id(transcript).path_parameters
        request = RequestInformation(Method.GET, _CONTENT, path)
        request.headers.try_add("Accept", "text/vtt")
        return await self._graph.fetch(request, person)


def _not_there(error: GraphError, permission: str) -> NotThere:
    """Raises the error itself where it is neither 403 nor 404."""
    if error.status == 403:
        if _POLICY in error.why.lower():
            return NotThere(because=Reason(key="transcript-no-policy"))
        if permission == MEETINGS and _NOT_HOSTED in error.why.lower():
            return NotThere(because=Reason(key="transcript-not-hosted"))
        return NotThere(because=Reason(key="transcript-not-allowed", args={"name": permission}))
    if error.status in {404, 410}:
        return NotThere(because=Reason(key="transcript-no-meeting" if permission == MEETINGS else "transcript-gone"))
    raise error


def _instant(transcript: Mapping[str, Any]) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(transcript.get("createdDateTime")))
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
