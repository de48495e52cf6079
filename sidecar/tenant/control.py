"""`/_tenant/…`, calendar side: move, cancel, add; how notices travel; faults. No token; loopback only."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, json_object, number, stamp
from sidecar.tenant.calendar import Calendar, Change, in_utc, instant_of
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.notices import Notices
from sidecar.tenant.scripted import from_control, instant
from sidecar.tenant.sites import SiteServer
from sidecar.tenant.stream import Stream
from sidecar.tenant.subscriptions import Subscriptions
from sidecar.tenant.tokens import Tokens
from sidecar.tenant.weather import Weather
from sidecar.tenant.writing import changed, new_event
from sidecar.tenant.zones import zone_of

LOOK_AHEAD_DAYS = 35
MOST_DAYS = 400
CANCELLED = "Canceled: "
"""What Exchange writes before the subject, in an English mailbox."""
FARTHEST = 60 * 24 * 366 * 10
"""How many minutes an event moves at most."""


class Control:
    """The handlers that script calendars, notices and weather."""

    def __init__(
        self,
        *,
        mailboxes: Mailboxes,
        subscriptions: Subscriptions,
        notices: Notices,
        weather: Weather,
        tokens: Tokens,
        stream: Stream,
        log: deque[Json],
        clock: Callable[[], datetime],
        sites: SiteServer | None = None,
    ) -> None:
        self._sites = sites
        self._mailboxes = mailboxes
        self._subscriptions = subscriptions
        self._notices = notices
        self._weather = weather
        self._tokens = tokens
        self._stream = stream
        self._log = log
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        posts = {
            "token": self.token,
            "tab-token": self.tab_token,
            "move": self.move,
            "cancel": self.cancel,
            "add": self.add,
            "change": self.change,
            "automatic-reply": self.reply,
            "account": self.account,
            "notices": self.behave,
            "notify": self.notify,
            "weather": self.spoil,
            "weather/clear": self.clear,
            "expire": self.expire,
            "lifecycle": self.lifecycle,
            "site": self.publish,
        }
        gets = {
            "keys": self.keys,
            "calendar": self.calendar,
            "log": self.log,
            "subscriptions": self.subscriptions,
            "notices": self.sent,
            "stream": self._stream.listen,
            "weather": self.forecast,
        }
        routes = [web.post(f"/_tenant/{name}", handler) for name, handler in posts.items()]
        return routes + [web.get(f"/_tenant/{name}", handler, allow_head=False) for name, handler in gets.items()]

    async def token(self, request: web.Request) -> web.Response:
        """{audience: graph | connector} → a bearer token for it."""
        return web.json_response(self._tokens.grant(str((await json_object(request)).get("audience"))))

    async def tab_token(self, request: web.Request) -> web.Response:
        """{person?} → the token that Teams would give to a page of ours for somebody."""
        person = self._mailboxes.asked((await json_object(request)).get("person"))
        return web.json_response({"token": self._tokens.for_tab(person.id, person.name, person.address)})

    async def keys(self, request: web.Request) -> web.Response:
        """The key set with which the bot checks the tenant's tokens."""
        return web.json_response(self._tokens.keys())

    async def move(self, request: web.Request) -> web.Response:
        """{event_id, minutes | start}: moves an event by minutes or to an instant; its length stays."""
        body = await json_object(request)
        calendar, event = await self._event(body)
        start_at, end_at = instant_of(event["start"]), instant_of(event["end"])
        if body.get("start") is not None:
            shift = instant(body["start"], "start") - start_at
        elif body.get("minutes") is not None:
            shift = timedelta(minutes=min(max(number(body, "minutes"), -FARTHEST), FARTHEST))
        else:
            raise Refusal(400, "BadRequest", "move needs minutes or start.")
        if event.get("isAllDay") and shift % timedelta(days=1):
            raise Refusal(400, "BadRequest", "An all-day event moves by whole days.")
        try:
            moved = {**event, "start": in_utc(start_at + shift), "end": in_utc(end_at + shift)}
        except OverflowError:
            raise Refusal(400, "BadRequest", "That is beyond the end of the calendar.") from None
        return web.json_response(calendar.put(_excepted(moved), "updated"))

    async def cancel(self, request: web.Request) -> web.Response:
        """{event_id, remove?}: marks it cancelled as an attendee's mailbox shows it, or takes it out altogether."""
        body = await json_object(request)
        calendar, event = await self._event(body, is_series_welcome=bool(body.get("remove")))
        if body.get("remove"):
            calendar.remove(event)
            return web.json_response({"removed": event["id"]})
        subject = str(event.get("subject") or "").removeprefix(CANCELLED)
        cancelled = {**event, "isCancelled": True, "showAs": "free", "subject": f"{CANCELLED}{subject}"}
        return web.json_response(calendar.put(_excepted(cancelled), "updated"))

    async def add(self, request: web.Request) -> web.Response:
        """{event, person?}: a new event, in Graph's shape or with plain instants and addresses."""
        body = await json_object(request)
        if not isinstance(body.get("event"), dict):
            raise Refusal(400, "BadRequest", "add needs an event.")
        calendar = self._mailboxes.calendar(self._mailboxes.asked(body.get("person")).id)
        wanted = from_control(body["event"])
        if not wanted.get("start") or not wanted.get("end"):
            raise Refusal(400, "BadRequest", "The event needs a start.")
        return web.json_response(calendar.put(new_event(wanted, calendar.person), "created"), status=201)

    async def change(self, request: web.Request) -> web.Response:
        """{event_id, patch}: changes any property of an event, those a caller of Graph could not write included."""
        body = await json_object(request)
        if not isinstance(body.get("patch"), dict):
            raise Refusal(400, "BadRequest", "change needs a patch.")
        calendar, event = await self._event(body)
        return web.json_response(calendar.put(changed(event, from_control(body["patch"])), "updated"))

    async def reply(self, request: web.Request) -> web.Response:
        """{person?, status, start?, end?}: somebody's automatic reply: disabled, alwaysEnabled, or scheduled between instants."""
        body = await json_object(request)
        if body.get("status") not in ("disabled", "alwaysEnabled", "scheduled"):
            raise Refusal(400, "BadRequest", "status is disabled, alwaysEnabled or scheduled.")
        person = self._mailboxes.asked(body.get("person"))
        found: Json = {"status": body["status"]}
        for name, field in (("start", "scheduledStartDateTime"), ("end", "scheduledEndDateTime")):
            if body.get(name) is not None:
                found[field] = in_utc(instant(body[name], name))
        self._mailboxes.directory.replies[person.id] = found
        return web.json_response(found)

    async def account(self, request: web.Request) -> web.Response:
        """{person?, is_enabled}: an administrator disables somebody's account, or enables it again."""
        body = await json_object(request)
        disabled, person = self._mailboxes.directory.disabled, self._mailboxes.asked(body.get("person"))
        (disabled.discard if body.get("is_enabled") is True else disabled.add)(person.id)
        return web.json_response({"person": person.id, "is_enabled": person.id not in disabled})

    async def behave(self, request: web.Request) -> web.Response:
        """{mode, seconds}: how notices travel from now on."""
        body = await json_object(request)
        self._notices.behave(str(body.get("mode")), number(body, "seconds"))
        return web.json_response({"mode": body.get("mode"), "seconds": body.get("seconds") or 0})

    async def sent(self, request: web.Request) -> web.Response:
        """Every POST to a subscriber so far, and how many deliveries are still under way."""
        attempts = [
            {"at": stamp(item.at), "url": item.url, "status": item.status, "body": item.body} for item in self._notices.attempts
        ]
        return web.json_response({"attempts": attempts, "pending": self._notices.pending})

    async def notify(self, request: web.Request) -> web.Response:
        """{event_id, times}: sends the notice of an event again, now."""
        body = await json_object(request)
        calendar, event = await self._mailboxes.anywhere(str(body.get("event_id")))
        change = Change(person=calendar.person, kind="updated", event=event)
        times = min(max(int(number(body, "times", 1)), 1), 100)
        return web.json_response({"sent": self._notices.again(calendar.noticed([change])[0], times)})

    async def spoil(self, request: web.Request) -> web.Response:
        """{path_prefix, method, status, code, count, retry_after, body, slow_seconds, drop, lose, hold, pages}: some calls."""
        self._weather.add(await json_object(request))
        return web.json_response({"ok": True})

    async def clear(self, request: web.Request) -> web.Response:
        """Fair weather again."""
        self._weather.clear()
        return web.json_response({"ok": True})

    async def forecast(self, request: web.Request) -> web.Response:
        """How many calls are held until the weather clears."""
        return web.json_response({"held": self._weather.held})

    async def expire(self, request: web.Request) -> web.Response:
        """{subscription_id?}: ends one subscription or all, without a word to the subscriber."""
        body = await json_object(request)
        ended = self._subscriptions.expire(body.get("subscription_id"))
        self._stream.tell("subscriptions")
        return web.json_response({"expired": ended})

    async def lifecycle(self, request: web.Request) -> web.Response:
        """{event, subscription_id?}: a lifecycle notification."""
        body = await json_object(request)
        return web.json_response({"told": self._notices.lifecycle(str(body.get("event")), body.get("subscription_id"))})

    async def publish(self, request: web.Request) -> web.Response:
        """{host, path, body, type}: a page of a client's web site, or another one in its place."""
        body = await json_object(request)
        if self._sites is None:
            raise Refusal(400, "BadRequest", "No folder of sites was given.")
        kind = str(body.get("type") or "text/html; charset=utf-8")
        self._sites.put(str(body.get("host")), str(body.get("path") or ""), str(body.get("body") or ""), kind)
        return web.json_response({"ok": True})

    async def calendar(self, request: web.Request) -> web.Response:
        """?person=&days=: the events from the start of the person's day on, and what of the files could not be used."""
        person = self._mailboxes.asked(request.query.get("person"))
        try:
            span = timedelta(days=min(float(request.query.get("days", LOOK_AHEAD_DAYS)), MOST_DAYS))
        except ValueError:
            raise Refusal(400, "BadRequest", "days is a number.") from None
        calendar = self._mailboxes.calendar(person.id)
        now_at = self._clock()
        morning_at = now_at.astimezone(zone_of(person.zone)).replace(hour=0, minute=0, second=0, microsecond=0)
        events = await calendar.between(morning_at.astimezone(UTC), now_at + span)
        return web.json_response({"events": events, "problems": calendar.problems})

    async def log(self, request: web.Request) -> web.Response:
        """Every call to Graph and the connector so far, the oldest first."""
        return web.json_response(list(self._log))

    async def subscriptions(self, request: web.Request) -> web.Response:
        """The living subscriptions."""
        return web.json_response([self._subscriptions.as_json(item) for item in self._subscriptions.alive()])

    async def _event(self, body: Json, is_series_welcome: bool = False) -> tuple[Calendar, Json]:
        calendar, event = await self._mailboxes.anywhere(str(body.get("event_id")))
        if event["type"] == "seriesMaster" and not is_series_welcome:
            raise Refusal(400, "BadRequest", "This is a whole series; name one of its occurrences.")
        return calendar, event


def _excepted(event: Json) -> Json:
    """An occurrence that differs from its series is an exception."""
    return {**event, "type": "exception"} if event["type"] == "occurrence" else event
