"""What can go wrong with the technology of a meeting, as far as its own calendar entry can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final, Literal

from sidecar.domain.meetings.meeting import Joining, Meeting
from sidecar.domain.times.localtime import local

CheckId = Literal[
    "join_link", "dial_in", "lobby", "devices", "screen_share", "attachments", "access", "recording", "back_to_back", "plan_b"
]
CheckState = Literal["ok", "todo", "problem", "unknown"]

BREATH: Final = timedelta(minutes=5)
"""The least time between two meetings that does not count as back to back."""


Basis = Literal["calendar", "tech_check", "options", "mail"]
"""Where it is known from: the calendar entry, the person's own measurement, the options of the online meeting, a mail."""


TICKED: Final = "check-ticked"
TICKED_BEFORE: Final = "check-ticked-before"
"""Why an item is in order that the person ticked: they say so, today or on an earlier day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One thing to look at. `unknown` means that the calendar cannot tell; both keys are the words', with `args`."""

    id: CheckId
    state: CheckState
    text_key: str
    because_key: str
    args: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was measured or read of one item, in place of what the calendar alone can tell."""

    state: CheckState
    because_key: str
    args: Mapping[str, str] = field(default_factory=dict)
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the list is made from: the meeting, whether a client hosts it, and what else the day holds."""

    meeting: Meeting
    is_theirs: bool
    day: Sequence[Meeting]
    zone: str
    remarks: int = 0
    """How many places in the files and the agenda should be looked at again."""
    measured: Mapping[CheckId, Seen] = field(default_factory=dict)
    """What the tech check measured and what the options of the online meeting say."""
    linked_files: int = 0
    """How many attachments are only links to a shared place."""
    spare: tuple[str, str] | None = None
    """A client's name and phone number, from their own mails."""

    @property
    def joining(self) -> Joining:
        """How to get into the meeting."""
        return self.meeting.joining

    @property
    def is_online(self) -> bool:
        """Whether there is a link to follow."""
        return self.joining.url is not None

    @property
    def is_by_phone(self) -> bool:
        """Whether the telephone is the meeting, not its spare."""
        return not self.is_online and (self.joining.provider == "phone" or self.joining.dial_in is not None)

    @property
    def is_in_person(self) -> bool:
        """Whether there is only a place to go to; “Microsoft Teams Meeting” is none."""
        is_somewhere = bool((self.meeting.location or "").strip()) and self.joining.provider == "none"
        return not self.is_online and not self.is_by_phone and is_somewhere

    def clash(self) -> Meeting | None:
        """The meeting that leaves no breath before this one; of several, the one that runs longest."""
        starts_at = self.meeting.start_at
        before = [
            other
            for other in self.day
            if takes_time(other) and other.start_at <= starts_at < other.end_at + BREATH and not _is_same(other, self.meeting)
        ]
        return max(before, key=lambda other: other.end_at, default=None)


def takes_time(meeting: Meeting) -> bool:
    """Whether its owner will really sit in it."""
    is_off = meeting.is_cancelled or meeting.is_all_day or meeting.show_as == "free" or meeting.my_response == "declined"
    return not is_off


def check(setting: Setting) -> tuple[CheckItem, ...]:
    """The whole list, always in the same order."""
    return tuple(_with_measured(rule(setting), setting) for rule in _RULES)


def _with_measured(item: CheckItem, setting: Setting) -> CheckItem:
    """The item by what was measured or read, where that was; a problem in the calendar itself stays one."""
    seen = setting.measured.get(item.id)
    if seen is None or item.state == "problem":
        return item
    return replace(item, state=seen.state, because_key=seen.because_key, args=seen.args, basis=seen.basis)


def clock_of(meeting: Meeting, zone: str) -> str:
    """When a meeting ends, on a clock in `zone`: “13:55”."""
    return local(meeting.end_at, zone).local[-5:]


def _is_same(one: Meeting, other: Meeting) -> bool:
    return one.id == other.id


def _item(item: CheckId, state: CheckState, because: str, **args: str) -> CheckItem:
    return CheckItem(id=item, state=state, text_key=_TEXTS[item], because_key=because, args=args)


def _join_link(setting: Setting) -> CheckItem:
    if setting.is_online:
        return _item("join_link", "ok", "check-join-link-ok", provider=setting.joining.provider)
    if setting.is_by_phone:
        is_known = setting.joining.dial_in is not None
        return _item("join_link", "ok" if is_known else "todo", "check-join-link-phone")
    if setting.is_in_person:
        return _item("join_link", "unknown", "check-join-link-place")
    return _item("join_link", "problem", "check-join-link-missing")


def _dial_in(setting: Setting) -> CheckItem:
    if setting.joining.dial_in:
        return _item("dial_in", "ok", "check-dial-in-ok", number=setting.joining.dial_in)
    if setting.is_in_person:
        return _item("dial_in", "ok", "check-dial-in-not-needed")
    return _item("dial_in", "todo", "check-dial-in-missing")


def _lobby(setting: Setting) -> CheckItem:
    if not setting.is_online:
        return _item("lobby", "ok", "check-lobby-none")
    if setting.is_theirs:
        return _item("lobby", "todo", "check-lobby-theirs")
    return _item("lobby", "unknown", "check-lobby-ours")


def _off_screen(setting: Setting) -> str | None:
    """Why nothing has to work on a screen; None where something does."""
    if setting.is_by_phone:
        return "check-not-needed-phone"
    return "check-dial-in-not-needed" if setting.is_in_person else None


def _devices(setting: Setting) -> CheckItem:
    if why := _off_screen(setting):
        return _item("devices", "ok", why)
    return _item("devices", "unknown", "check-devices-untested")


def _screen_share(setting: Setting) -> CheckItem:
    if why := _off_screen(setting):
        return _item("screen_share", "ok", why)
    return _item("screen_share", "unknown", "check-screen-share-untested")


def _attachments(setting: Setting) -> CheckItem:
    if setting.remarks > setting.linked_files:
        return _item("attachments", "problem", "check-attachments-noted", count=str(setting.remarks))
    if setting.linked_files:
        return _item("attachments", "todo", "check-attachments-linked", count=str(setting.linked_files))
    if setting.meeting.has_attachments:
        return _item("attachments", "todo", "check-attachments-some")
    return _item("attachments", "ok", "check-attachments-none")


def _access(setting: Setting) -> CheckItem:
    if why := _off_screen(setting):
        return _item("access", "ok", why)
    return _item("access", "unknown", "check-access-unknown")


def _recording(setting: Setting) -> CheckItem:
    return _item("recording", "unknown", "check-recording-unknown")


def _back_to_back(setting: Setting) -> CheckItem:
    clash = setting.clash()
    if clash is None:
        return _item("back_to_back", "ok", "check-back-to-back-free")
    if clash.end_at > setting.meeting.start_at:
        return _item("back_to_back", "problem", "check-back-to-back-overlap", clock=clock_of(clash, setting.zone))
    return _item("back_to_back", "todo", "check-back-to-back-close", clock=clock_of(clash, setting.zone))


def _plan_b(setting: Setting) -> CheckItem:
    if setting.joining.dial_in:
        return _item("plan_b", "ok", "check-plan-b-ok", number=setting.joining.dial_in)
    if setting.is_in_person:
        return _item("plan_b", "ok", "check-plan-b-not-needed")
    if setting.spare:
        who, number = setting.spare
        return replace(_item("plan_b", "ok", "check-plan-b-call-them", who=who, number=number), basis="mail")
    return _item("plan_b", "todo", "check-plan-b-missing")


_TEXTS: Final[Mapping[CheckId, str]] = {
    "join_link": "check-join-link",
    "dial_in": "check-dial-in",
    "lobby": "check-lobby",
    "devices": "check-devices",
    "screen_share": "check-screen-share",
    "attachments": "check-attachments",
    "access": "check-access",
    "recording": "check-recording",
    "back_to_back": "check-back-to-back",
    "plan_b": "check-plan-b",
}
_RULES: Final[Sequence[Callable[[Setting], CheckItem]]] = (
    _join_link,
    _dial_in,
    _lobby,
    _devices,
    _screen_share,
    _attachments,
    _access,
    _recording,
    _back_to_back,
    _plan_b,
)
