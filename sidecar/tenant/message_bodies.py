"""Mail bodies somebody sends: read strictly; and the draft of an answer as Exchange begins it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, Final

from sidecar.tenant.answers import Json, Refusal
from sidecar.tenant.mail_files import PREVIEW, as_html
from sidecar.tenant.people import Person
from sidecar.tenant.properties import MESSAGE
from sidecar.tenant.view import text_of

WRITABLE: Final[Mapping[str, type]] = {
    "subject": str,
    "body": dict,
    "toRecipients": list,
    "ccRecipients": list,
    "bccRecipients": list,
    "replyTo": list,
    "categories": list,
    "importance": str,
    "isRead": bool,
    "isDeliveryReceiptRequested": bool,
    "isReadReceiptRequested": bool,
}
RECIPIENTS: Final = ("toRecipients", "ccRecipients", "bccRecipients", "replyTo")
IMPORTANCE: Final = ("low", "normal", "high")


def check_message(body: Json) -> None:
    """Raises Refusal 400 for a property that messages lack, that cannot be written, or that has the wrong shape."""
    for name, value in body.items():
        if "@odata." in name:
            continue
        if name not in MESSAGE:
            raise Refusal(400, "RequestBodyRead", f"The property '{name}' does not exist on type 'microsoft.graph.message'.")
        if name not in WRITABLE:
            raise Refusal(400, "ErrorInvalidPropertySet", f"The property '{name}' cannot be set here.")
        if not _fits(name, value):
            raise Refusal(400, "RequestBodyRead", f"Cannot convert the value given for property '{name}' to the expected type.")
        if name in RECIPIENTS:
            for one in value:
                _check_recipient(one, name)
        if name == "body":
            _check_body(value)


def _fits(name: str, value: Any) -> bool:
    return isinstance(value, WRITABLE[name]) and (name != "importance" or value in IMPORTANCE)


def _check_recipient(one: Any, name: str) -> None:
    email = one.get("emailAddress") if isinstance(one, dict) else None
    if (
        not isinstance(email, dict)
        or set(one) - {"emailAddress", "@odata.type"}
        or set(email) - {"address", "name", "@odata.type"}
    ):
        raise Refusal(400, "RequestBodyRead", f"Each of '{name}' is an emailAddress with an address and a name.")
    address = email.get("address")
    if not isinstance(address, str) or "@" not in address or any(sign in address for sign in "\r\n ,;<>"):
        raise Refusal(400, "ErrorInvalidRecipients", f"At least one recipient isn't valid: '{address}'.")


def _check_body(body: Json) -> None:
    kind = body.get("contentType", "text")
    if set(body) - {"contentType", "content", "@odata.type"} or str(kind).lower() not in ("text", "html"):
        raise Refusal(400, "RequestBodyRead", "body needs contentType text or html, and content.")
    if not isinstance(body.get("content"), str):
        raise Refusal(400, "RequestBodyRead", "The content of a body has to be a string.")


def changed_message(message: Json, body: Json) -> Json:
    """The mail with what was sent laid over it; `check_message` has read it before."""
    changed = message | {name: value for name, value in body.items() if "@odata." not in name}
    for name in RECIPIENTS:
        changed[name] = [_recipient(one["emailAddress"]) for one in changed[name]]
    if "body" in body:
        kind = str(body["body"].get("contentType", "text")).lower()
        changed["body"] = {"contentType": kind, "content": body["body"]["content"]}
        plain = text_of(changed["body"]["content"]) if kind == "html" else changed["body"]["content"]
        changed["bodyPreview"] = plain[:PREVIEW]
    return changed


def _recipient(email: Json) -> Json:
    return {"emailAddress": {"name": email.get("name") or email["address"], "address": email["address"]}}


def reply_asked(asked: Json) -> tuple[str, Json]:
    """The comment and the message of a reply's body, whose names Graph takes in any case. Raises Refusal 400."""
    given = {key.lower(): value for key, value in asked.items()}
    if surplus := sorted(set(given) - {"message", "comment"}):
        why = f"The parameter '{surplus[0]}' is not a valid parameter for the operation 'createReply'."
        raise Refusal(400, "RequestBodyRead", why)
    comment, message = given.get("comment"), given.get("message")
    if not isinstance(comment, str | None) or not isinstance(message, dict | None):
        raise Refusal(400, "RequestBodyRead", "A reply takes a comment, a string, and a message.")
    if "body" in (message or {}):
        raise Refusal(400, "BadRequest", "The local tenant takes no body with a reply: give a comment, or PATCH the draft.")
    return comment or "", message or {}


def addressed(original: Json, person: Person, to_all: bool) -> Json:
    """Subject and people of an answer to this mail."""
    sender = [original["from"]] if original["from"] else []
    is_own = bool(sender) and sender[0]["emailAddress"]["address"].lower() == person.address.lower()
    to = original["toRecipients"] if is_own else original["replyTo"] or sender
    more = original["toRecipients"] if to_all and not is_own else []
    known: set[str] = {person.address.lower()}
    first = _others([*to, *more], known)
    subject = str(original["subject"] or "")
    return {
        "subject": subject if subject.lower().startswith("re:") else f"RE: {subject}",
        "toRecipients": first,
        "ccRecipients": _others(original["ccRecipients"], known) if to_all else [],
    }


def _others(people: list[Json], known: set[str]) -> list[Json]:
    """Those not yet known, who are known from then on."""
    found = []
    for one in people:
        address = str(one["emailAddress"]["address"]).lower()
        if address not in known:
            known.add(address)
            found.append(one)
    return found


def quoted(original: Json, comment: str) -> Json:
    """The body of an answer: the comment above what is quoted."""
    sender = ((original["from"] or {}).get("emailAddress") or {}).get("name") or ""
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    rows = (("From", sender), ("Sent", original["sentDateTime"]), ("Subject", original["subject"]))
    above = "<br>".join(f"<b>{name}:</b> {html.escape(str(value or ''))}" for name, value in rows)
    below = as_html(original["body"])["content"]
    content = (
        f'<html><head>\r\n{head}</head><body>{comment}<hr><div id="divRplyFwdMsg">{above}</div><div>{below}</div></body></html>'
    )
    return {"contentType": "html", "content": content}
