"""Graph's calls that write mail drafts, and the script in which the person sends or throws away what stands there.

Nothing here sends for a program: the paths that would do so do not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from aiohttp import web

from sidecar.tenant.answers import Json, Refusal, graph_answer, json_object
from sidecar.tenant.extended import Extended, take_extended
from sidecar.tenant.mail import Mails, shown_message
from sidecar.tenant.mail_files import PREVIEW
from sidecar.tenant.mailboxes import Mailboxes
from sidecar.tenant.message_bodies import addressed, changed_message, check_message, quoted, reply_asked
from sidecar.tenant.odata import context_url, read_preferences, read_query
from sidecar.tenant.people import Person
from sidecar.tenant.stream import Stream
from sidecar.tenant.view import text_of

SENT, DELETED, DRAFTS = "sentitems", "deleteditems", "drafts"


class Drafts:
    """The drafts in everybody's mailbox. `mails` shows them among the other mails."""

    def __init__(
        self, mailboxes: Mailboxes, mails: Mails, extended: Extended, clock: Callable[[], datetime], stream: Stream
    ) -> None:
        self._mailboxes = mailboxes
        self._mails = mails
        self._extended = extended
        self._clock = clock
        self._stream = stream

    def routes(self) -> list[web.RouteDef]:
        """The routes this part answers."""
        one = "/v1.0/users/{user}/messages/{message}"
        return [
            web.post("/v1.0/users/{user}/messages", self.create),
            web.patch(one, self.patch),
            web.post(f"{one}/createReply", self.reply),
            web.post(f"{one}/createReplyAll", self.reply_all),
            web.get("/_tenant/drafts", self.listed, allow_head=False),
            web.post("/_tenant/drafts", self.act),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/user-post-messages"""
        read_query(request, ())
        person = self._person(request)
        body, extended = take_extended(await json_object(request, "RequestBodyRead"))
        check_message(body)
        return self._answer(request, person, self._put(person, self._new(person, body), extended), 201)

    async def patch(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/message-update : here drafts only."""
        read_query(request, ())
        person = self._person(request)
        message = await self._mails.one(person.id, request.match_info["message"])
        body, extended = take_extended(await json_object(request, "RequestBodyRead"))
        check_message(body)
        if not message["isDraft"] or message["id"] not in self._mails.written(person.id):
            raise Refusal(400, "ErrorInvalidRequest", "The local tenant changes only drafts that were written through Graph.")
        return self._answer(request, person, self._put(person, changed_message(message, body), extended), 200)

    async def reply(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/message-createreply"""
        return await self._reply(request, to_all=False)

    async def reply_all(self, request: web.Request) -> web.Response:
        """https://learn.microsoft.com/graph/api/message-createreplyall"""
        return await self._reply(request, to_all=True)

    async def listed(self, request: web.Request) -> web.Response:
        """?person=: the drafts written through Graph, the oldest first, with what became of them."""
        asked = request.query.get("person")
        people = [self._mailboxes.person(asked)] if asked else self._mailboxes.directory.people
        written = [(person, one) for person in people for one in self._mails.written(person.id).values()]
        return web.json_response([self._told(person, one) for person, one in written])

    async def act(self, request: web.Request) -> web.Response:
        """{draft, action: send | delete | edit, text?}: what the person does with a draft in Outlook."""
        body = await json_object(request)
        found = [
            (person, one)
            for person in self._mailboxes.directory.people
            if (one := self._mails.written(person.id).get(str(body.get("draft"))))
        ]
        if not found or body.get("action") not in ("send", "delete", "edit"):
            raise Refusal(400, "BadRequest", "drafts needs the id of a draft, and an action: send, delete or edit with text.")
        person, draft = found[0]
        now = f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"
        if body["action"] == "edit":
            change = changed_message(draft, {"body": {"contentType": "text", "content": str(body.get("text") or "")}})
        elif body["action"] == "send":
            change = {**draft, "isDraft": False, "sentDateTime": now, "receivedDateTime": now, "parentFolderId": SENT}
        else:
            change = {**draft, "parentFolderId": DELETED}
        return web.json_response(self._told(person, self._put(person, change, {})))

    async def _reply(self, request: web.Request, *, to_all: bool) -> web.Response:
        read_query(request, ())
        person = self._person(request)
        original = await self._mails.one(person.id, request.match_info["message"])
        asked = await json_object(request, "RequestBodyRead") if request.can_read_body else {}
        comment, given = reply_asked(asked)
        body, extended = take_extended(given)
        check_message(body)
        draft = self._new(person, {**addressed(original, person, to_all), **body})
        draft["conversationId"] = original["conversationId"]
        draft["body"] = quoted(original, comment)
        draft["bodyPreview"] = text_of(draft["body"]["content"])[:PREVIEW]
        return self._answer(request, person, self._put(person, draft, extended), 201)

    def _person(self, request: web.Request) -> Person:
        person = self._mailboxes.person(request.match_info["user"])
        self._mails.admit(person.id)
        return person

    def _answer(self, request: web.Request, person: Person, message: Json, status: int) -> web.Response:
        preferences = read_preferences(request)
        context = context_url(request, f"users('{person.id}')/messages/$entity")
        shown = shown_message(message, None, preferences)
        return graph_answer({"@odata.context": context, **shown}, status, preferences.applied)

    def _new(self, person: Person, body: Json) -> Json:
        now = f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"
        key = f"AAMkLocalDraft{uuid4().hex}"
        me = {"emailAddress": {"name": person.name, "address": person.address}}
        blank: Json = {
            "id": key,
            "createdDateTime": now,
            "categories": [],
            "receivedDateTime": now,
            "sentDateTime": now,
            "hasAttachments": False,
            "internetMessageId": f"<{uuid4().hex}@{person.address.rpartition('@')[2]}>",
            "subject": "",
            "bodyPreview": "",
            "importance": "normal",
            "parentFolderId": DRAFTS,
            "conversationId": f"AAQkLocal{uuid4().hex}",
            "conversationIndex": None,
            "isDeliveryReceiptRequested": False,
            "isReadReceiptRequested": False,
            "isRead": True,
            "isDraft": True,
            "webLink": f"https://outlook.office365.com/owa/?ItemID={key}&exvsurl=1&viewmodel=ReadMessageItem",
            "inferenceClassification": "focused",
            "body": {"contentType": "html", "content": ""},
            "sender": me,
            "from": me,
            "toRecipients": [],
            "ccRecipients": [],
            "bccRecipients": [],
            "replyTo": [],
            "flag": {"flagStatus": "notFlagged"},
            "internetMessageHeaders": None,
        }
        return changed_message(blank, body)

    def _put(self, person: Person, message: Json, extended: dict[str, str]) -> Json:
        key = uuid4().hex
        now = f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"
        etag = {"@odata.etag": f'W/"{key}"', "changeKey": key, "lastModifiedDateTime": now}
        stored = {**message, **etag, "uniqueBody": message["body"]}
        self._mails.written(person.id)[stored["id"]] = stored
        self._extended.write(stored["id"], extended)
        self._stream.tell("drafts", person.id)
        return stored

    def _told(self, person: Person, message: Json) -> Json:
        body = message["body"]
        return {
            "id": message["id"],
            "person": person.id,
            "subject": message["subject"],
            "to": [one["emailAddress"] for one in message["toRecipients"]],
            "cc": [one["emailAddress"] for one in message["ccRecipients"]],
            "text": text_of(body["content"]) if body["contentType"] == "html" else body["content"],
            "web_link": message["webLink"],
            "created_at": message["createdDateTime"],
            "conversation": message["conversationId"],
            "is_sent": not message["isDraft"],
            "is_deleted": message["parentFolderId"] == DELETED,
            "properties": self._extended.of(message["id"]),
        }
