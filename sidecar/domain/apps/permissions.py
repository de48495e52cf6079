"""The one table of what the product asks Microsoft 365 to be allowed: what for, and what is missing without it.

Names: https://learn.microsoft.com/graph/permissions-reference and
https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlencode

from sidecar.domain.wording.reason import Reason

Kind = Literal["graph", "resource"]
Mode = Literal["Application", "Delegated"]
Narrowed = Literal["mailbox", "policy", "none"]
PORTALS: Final = {
    "global": "https://portal.azure.com",
    "usgov": "https://portal.azure.us",
    "dod": "https://portal.azure.us",
    "china": "https://portal.azure.cn",
}
"""The Azure portal of each cloud: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """`kind` graph: an administrator consents to it once for everybody; resource: whoever adds the app to a chat, for that chat.

    `use`, `without` and `least` are keys of the words. `rooms` are the modules that ask with it. Where `is_used` is not so, none
    of them is called yet: an administrator is not asked for it before; the app package asks for its own all the same, since
    one more in a later package makes everybody consent again.
    """

    name: str
    kind: Kind
    use: str
    without: str
    least: str
    mode: Mode = "Application"
    is_required: bool = False
    is_used: bool = True
    only_with_group: bool = False
    """Needed only where `COMPANION_PEOPLE_GROUP` is set."""
    only_with_roll_out: bool = False
    """Needed only where `COMPANION_TEAMS_APP_ID` is set too."""
    narrowed: Narrowed = "none"
    """How an administrator narrows it to some people: Exchange's roles for applications, or an application access policy."""
    rooms: Sequence[str] = ()


TABLE: Final[Sequence[Permission]] = (
    Permission(
        name="Calendars.Read", kind="graph", is_required=True, narrowed="mailbox",
        use="permission-calendars-use", without="permission-calendars-without", least="permission-calendars-least",
        rooms=("calendars", "subscriptions", "schedules", "attachments"),
    ),
    Permission(
        name="User.Read.All", kind="graph",
        use="permission-users-use", without="permission-users-without", least="permission-users-least",
        rooms=("calendars", "groups"),
    ),
    Permission(
        name="MailboxSettings.Read", kind="graph", narrowed="mailbox",
        use="permission-mailbox-use", without="permission-mailbox-without", least="permission-mailbox-least",
        rooms=("calendars",),
    ),
    Permission(
        name="Organization.Read.All", kind="graph",
        use="permission-organization-use", without="permission-organization-without", least="permission-organization-least",
        rooms=("calendars",),
    ),
    Permission(
        name="Mail.Read", kind="graph", narrowed="mailbox",
        use="permission-mail-use", without="permission-mail-without", least="permission-mail-least",
        rooms=("mail",),
    ),
    Permission(
        name="OnlineMeetings.Read.All", kind="graph", narrowed="policy",
        use="permission-meetings-use", without="permission-meetings-without", least="permission-meetings-least",
        rooms=("online_meetings",),
    ),
    Permission(
        name="GroupMember.Read.All", kind="graph", only_with_group=True,
        use="permission-group-use", without="permission-group-without", least="permission-group-least",
        rooms=("groups",),
    ),
    Permission(
        name="TeamsAppInstallation.ReadWriteSelfForUser.All", kind="graph", only_with_roll_out=True,
        use="permission-install-use", without="permission-install-without", least="permission-install-least",
        rooms=("installs",),
    ),
    Permission(
        name="OnlineMeetingTranscript.Read.All", kind="graph", narrowed="policy",
        use="permission-transcripts-use", without="permission-transcripts-without", least="permission-transcripts-least",
        rooms=("transcripts",),
    ),
    Permission(
        name="Mail.ReadWrite", kind="graph", narrowed="mailbox",
        use="permission-drafts-use", without="permission-drafts-without", least="permission-drafts-least",
        rooms=("drafts",),
    ),
    Permission(
        name="Tasks.ReadWrite.All", kind="graph",
        use="permission-tasks-use", without="permission-tasks-without", least="permission-tasks-least",
        rooms=("tasks",),
    ),
    Permission(
        name="Calendars.ReadWrite", kind="graph", narrowed="mailbox",
        use="permission-proposals-use", without="permission-proposals-without", least="permission-proposals-least",
        rooms=("proposals",),
    ),
    Permission(
        name="OnlineMeeting.ReadBasic.Chat", kind="resource",
        use="permission-details-use", without="permission-details-without", least="permission-chat-least",
    ),
    Permission(
        name="OnlineMeetingParticipant.Read.Chat", kind="resource",
        use="permission-participants-use", without="permission-participants-without", least="permission-chat-least",
    ),
    Permission(
        name="OnlineMeetingNotification.Send.Chat", kind="resource", is_used=False,
        use="permission-notification-use", without="permission-notification-without", least="permission-chat-least",
    ),
    Permission(
        name="OnlineMeetingTranscript.Read.Chat", kind="resource",
        use="permission-transcript-use", without="permission-transcript-without", least="permission-transcript-least",
    ),
    Permission(
        name="TeamsActivity.Send.User", kind="resource",
        use="permission-activity-use", without="permission-activity-without", least="permission-activity-least",
        rooms=("activity_feed",),
    ),
    Permission(
        name="OnlineMeetingIncomingAudio.Detect.Chat", kind="resource", mode="Delegated",
        use="permission-audio-use", without="permission-audio-without", least="permission-audio-least",
    ),
)  # fmt: skip


def graph_permissions(*, has_group: bool, has_roll_out: bool = False) -> list[Permission]:
    """What an administrator consents to, no more than is used. `has_group`: whether only the members of a group are watched;
    `has_roll_out`: whether the app is given to them."""
    asked = [one for one in TABLE if one.kind == "graph" and one.is_used]
    return [one for one in asked if (has_group or not one.only_with_group) and (has_roll_out or not one.only_with_roll_out)]


def later_permissions() -> list[Permission]:
    """What an administrator will be asked for once a version uses it, and is not asked for now."""
    return [one for one in TABLE if one.kind == "graph" and not one.is_used]


def resource_permissions() -> dict[str, Mode]:
    """What the app package asks for, by name, with whether it is used without or with a person signed in."""
    return {one.name: one.mode for one in TABLE if one.kind == "resource"}


def permission(name: str) -> Permission:
    """One row of the table. Raises KeyError for any other name."""
    return next((one for one in TABLE if one.name == name), None) or _unknown(name)


def _unknown(name: str) -> Permission:
    raise KeyError(name)


def consent_url(authority: str, graph: str, tenant: str, client: str, redirect: str) -> str:
    """The page on which an administrator consents to everything that the app registration lists.

    https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
    """
    asked = urlencode({"client_id": client, "scope": f"{graph}/.default", "redirect_uri": redirect})
    return f"{authority}/{tenant}/v2.0/adminconsent?{asked}"


def portal_page(cloud: str, client: str) -> str:
    """Where the app registration's permissions stand and consent is given."""
    return f"{PORTALS[cloud]}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/{client}"


def mend(missing: Permission, *, cloud: str, client: str, has_consent: bool = False) -> Reason:
    """How an administrator gives a permission that Graph refused; the exact page, or the lines for PowerShell.

    `has_consent`: the permission itself is there, and only the application access policy is not.
    https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy
    """
    if has_consent and missing.narrowed == "policy":
        return Reason(key="permission-mend-policy", args={"client": client})
    key = "permission-mend-both" if missing.narrowed == "policy" else "permission-mend-consent"
    return Reason(key=key, args={"name": missing.name, "page": portal_page(cloud, client), "client": client})
