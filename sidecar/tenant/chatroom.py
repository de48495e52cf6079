"""`/_tenant/…`, chat side: install, write, tap, and see what the chat shows. No token; loopback only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final
from zoneinfo import available_timezones

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, json_object, stamp
from sidecar.tenant.bot import BotAnswer, BotLine
from sidecar.tenant.chat import Chats
from sidecar.tenant.connector import Connector
from sidecar.tenant.mailboxes import Mailboxes

CALLS: Final = {
    "start": "application/vnd.microsoft.meetingStart",
    "end": "application/vnd.microsoft.meetingEnd",
    "join": "application/vnd.microsoft.meetingParticipantJoin",
    "leave": "application/vnd.microsoft.meetingParticipantLeave",
}
"""https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis"""


class ChatRoom:
    """The handlers that act for people in Teams."""

    def __init__(
        self, mailboxes: Mailboxes, chats: Chats, connector: Connector, bot: BotLine, clock: Callable[[], datetime]
    ) -> None:
        self._clock = clock
        self._mailboxes = mailboxes
        self._chats = chats
        self._connector = connector
        self._bot = bot

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        return [
            web.post("/_tenant/bot", self.bot),
            web.post("/_tenant/install", self.install),
            web.post("/_tenant/uninstall", self.uninstall),
            web.post("/_tenant/say", self.say),
            web.post("/_tenant/tap", self.tap),
            web.post("/_tenant/device", self.device),
            web.post("/_tenant/call", self.call),
            web.post("/_tenant/die_after", self.die_after),
            web.get("/_tenant/chat", self.chat, allow_head=False),
            web.get("/_tenant/people", self.people, allow_head=False),
        ]

    async def bot(self, request: web.Request) -> web.Response:
        """{url}: the bot's messaging endpoint."""
        self._bot.listen_at(str((await json_object(request)).get("url")))
        return web.json_response({"url": self._bot.url})

    async def install(self, request: web.Request) -> web.Response:
        """{person}: installs the app for somebody."""
        answers = await self._bot.install(self._mailboxes.asked((await json_object(request)).get("person")))
        return web.json_response({"answers": [_answer(item) for item in answers]})

    async def uninstall(self, request: web.Request) -> web.Response:
        """{person}: takes the app away from somebody."""
        answers = await self._bot.uninstall(self._mailboxes.asked((await json_object(request)).get("person")))
        return web.json_response({"answers": [_answer(item) for item in answers]})

    async def say(self, request: web.Request) -> web.Response:
        """{person, text, thread?, mention?}: somebody writes to the bot; with `thread`, in a chat of several people."""
        body = await json_object(request)
        if body.get("thread"):
            person = self._mailboxes.asked(body.get("person"))
            said = await self._bot.say_in_group(
                person, str(body["thread"]), str(body.get("text") or ""), bool(body.get("mention"))
            )
            return web.json_response(_answer(said))
        return web.json_response(
            _answer(await self._bot.say(self._mailboxes.asked(body.get("person")), str(body.get("text") or "")))
        )

    async def tap(self, request: web.Request) -> web.Response:
        """{person, activity_id, verb, data, how?}: somebody taps a card's Action.Execute; answers what the bot answered.
        With how: "submit", in a client that sends the button's fallback."""
        body = await json_object(request)
        if body.get("how") == "submit":
            who = self._mailboxes.asked(body.get("person"))
            sent = await self._bot.submit(who, str(body.get("activity_id")), str(body.get("verb") or ""), body.get("data") or {})
            return web.json_response(_answer(sent))
        person, activity_id = self._mailboxes.asked(body.get("person")), str(body.get("activity_id"))
        return web.json_response(
            _answer(await self._bot.tap(person, activity_id, str(body.get("verb") or ""), body.get("data") or {}))
        )

    async def device(self, request: web.Request) -> web.Response:
        """{person?, zone}: by which clock somebody's device lives from now on, as an IANA name."""
        body = await json_object(request)
        zone = str(body.get("zone") or "")
        if zone not in available_timezones():
            raise Refusal(400, "BadRequest", "zone is the IANA name of a time zone.")
        self._bot.zones[self._mailboxes.asked(body.get("person")).id] = zone
        return web.json_response({"zone": zone})

    async def call(self, request: web.Request) -> web.Response:
        """{person, thread, what, members?, value?}: a call starts, ends, or `members` (addresses) join or leave it."""
        body = await json_object(request)
        name = CALLS.get(str(body.get("what")))
        if name is None or not body.get("thread"):
            raise Refusal(400, "BadRequest", "call needs a thread, and what is start, end, join or leave.")
        person, value = self._mailboxes.asked(body.get("person")), body.get("value")
        if value is None:
            value = self._happened(str(body["what"]), str(body["thread"]), body.get("members") or [])
        return web.json_response(_answer(await self._bot.tell_of_call(person, str(body["thread"]), name, value)))

    def _happened(self, what: str, thread: str, members: list[str]) -> Json:
        now_at = stamp(self._clock())
        if what in ("start", "end"):
            stated = {"start": "StartTime", "end": "EndTime"}[what]
            more = {
                "MeetingType": "Scheduled",
                "Title": "Meeting",
                "JoinUrl": f"https://teams.microsoft.com/l/meetup-join/{thread}",
            }
            return {"Id": thread, stated: now_at, **more}
        people = [self._mailboxes.asked(member) for member in members]
        users = [{"id": self._chats.member(one), "name": one.name, "aadObjectId": one.id} for one in people]
        return {"members": [{"user": user, "meeting": {"inMeeting": what == "join", "role": "Presenter"}} for user in users]}

    async def die_after(self, request: web.Request) -> web.Response:
        """{what: "activity"}: the next message is stored, then its connection ends without an answer."""
        what = (await json_object(request)).get("what")
        if what != "activity":
            raise Refusal(400, "BadRequest", 'what is "activity".')
        self._connector.dies_after = what
        return web.json_response({"ok": True})

    async def chat(self, request: web.Request) -> web.Response:
        """?person= or ?thread=: the messages of one person's chat, of a chat of several, or of all, the oldest first."""
        if "thread" in request.query:
            return web.json_response(self._chats.shown_in_group(request.query["thread"]))
        wanted = self._mailboxes.asked(request.query["person"]) if "person" in request.query else None
        return web.json_response(self._chats.shown(wanted))

    async def people(self, request: web.Request) -> web.Response:
        """Everybody with the ids they have in the directory and in the chat."""
        found = [
            {
                "id": person.id,
                "name": person.name,
                "address": person.address,
                "zone": person.zone,
                "language": person.language,
                "conversation": self._chats.conversation(person),
                "member": self._chats.member(person),
                "is_installed": person.id in self._chats.installed,
            }
            for person in self._mailboxes.directory.people
        ]
        return web.json_response(found)


def _answer(answer: BotAnswer) -> Json:
    return {"status": answer.status, "body": answer.body}
