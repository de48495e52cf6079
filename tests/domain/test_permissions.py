"""Every permission the product asks for has its use, what is missing without it, and an exact mend."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sidecar.domain.apps.permissions import (
    PORTALS,
    TABLE,
    consent_url,
    graph_permissions,
    later_permissions,
    mend,
    permission,
    portal_page,
    resource_permissions,
)
from sidecar.graph.client import CLOUDS
from sidecar.words import LANGUAGES, Words

ROOT = Path(__file__).parents[2]
CLIENT = "11111111-1111-4111-8111-111111111111"
PLUMBING = {"__init__", "client", "counted", "credentials", "labels", "scheduler", "writing"}


def test_every_permission_says_what_for_and_what_is_missing_without_it_in_every_language() -> None:
    for language in LANGUAGES:
        words = Words(language)
        for one in TABLE:
            texts = [words.say(key) for key in (one.use, one.without, one.least)]
            assert all(len(text) > 7 and text.endswith((".", "。")) for text in texts), one.name
            assert len(set(texts)) == 3


GIVES_THE_APP = ["TeamsAppInstallation.ReadWriteSelfForUser.All"]
"""It writes nothing but where this app itself is installed, and is asked for only where an administrator wants that."""


WRITES_FOR_THE_PERSON = ["Mail.ReadWrite", "Tasks.ReadWrite.All", "Calendars.ReadWrite"]
"""Drafts, tasks and tentative entries in the person's own mailbox, where an administrator wants that."""


def test_no_permission_stands_twice_and_none_writes_but_where_the_app_is_and_into_the_persons_own_mailbox() -> None:
    names = [one.name for one in TABLE]
    assert len(set(names)) == len(names)
    writing = [name for name in names if "Write" in name or "FullControl" in name or name.endswith("Manage.All")]
    assert writing == [*GIVES_THE_APP, *WRITES_FOR_THE_PERSON]
    assert not any(permission(name).is_required for name in writing)


def test_none_sends_mail() -> None:
    assert not [one.name for one in TABLE if "Mail.Send" in one.name or "SendAs" in one.name]


def test_every_module_that_asks_graph_is_named_by_a_permission() -> None:
    asking = {path.stem for path in (ROOT / "sidecar" / "graph").glob("*.py")} - PLUMBING
    assert asking == {room for one in TABLE for room in one.rooms}


def test_a_permission_that_a_module_says_it_needs_stands_in_the_table() -> None:
    said = {
        found
        for path in (ROOT / "sidecar" / "graph").glob("*.py")
        for line in re.findall(r"Needs [^\"]*?\.\s", path.read_text(encoding="utf-8"))
        for found in re.findall(r"\b[A-Z][A-Za-z]+\.(?:Read|ReadWrite|ReadWriteSelfForUser|Send)(?:\.All|\.User)?\b", line)
    }
    assert {*GIVES_THE_APP, "TeamsActivity.Send.User", "GroupMember.Read.All", "User.Read.All"} <= said
    assert {*WRITES_FOR_THE_PERSON, "OnlineMeetingTranscript.Read.All"} <= said
    assert said <= {one.name for one in TABLE}


def test_the_group_is_asked_about_only_where_there_is_one() -> None:
    assert "GroupMember.Read.All" not in {one.name for one in graph_permissions(has_group=False)}
    assert "GroupMember.Read.All" in {one.name for one in graph_permissions(has_group=True)}


def test_nothing_is_asked_for_that_no_part_of_this_version_uses() -> None:
    asked = {one.name for one in graph_permissions(has_group=True, has_roll_out=True)}
    assert asked.isdisjoint(one.name for one in later_permissions())
    assert asked | {one.name for one in later_permissions()} == {one.name for one in TABLE if one.kind == "graph"}
    assert all(permission(name).is_used for name in asked)
    for file in ("m365agents.yml", "manifest/manifest.json"):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert not [one.name for one in later_permissions() if one.name in text], file


def test_giving_the_app_is_asked_for_only_where_it_is_given() -> None:
    assert not {*GIVES_THE_APP} & {one.name for one in graph_permissions(has_group=True)}
    assert {*GIVES_THE_APP} <= {one.name for one in graph_permissions(has_group=True, has_roll_out=True)}


def test_what_the_package_asks_for_is_what_the_table_says() -> None:
    assert resource_permissions() == {
        "OnlineMeeting.ReadBasic.Chat": "Application",
        "OnlineMeetingParticipant.Read.Chat": "Application",
        "OnlineMeetingNotification.Send.Chat": "Application",
        "OnlineMeetingTranscript.Read.Chat": "Application",
        "TeamsActivity.Send.User": "Application",
        "OnlineMeetingIncomingAudio.Detect.Chat": "Delegated",
    }


@pytest.mark.parametrize("cloud", sorted(CLOUDS))
def test_the_consent_link_leads_to_the_clouds_own_sign_in(cloud: str) -> None:
    graph, authority = CLOUDS[cloud]
    parts = urlsplit(consent_url(authority, graph, "tenant-id", CLIENT, "https://companion.example.com/privacy"))
    assert f"{parts.scheme}://{parts.netloc}" == authority
    assert parts.path == "/tenant-id/v2.0/adminconsent"
    assert parse_qs(parts.query) == {
        "client_id": [CLIENT],
        "scope": [f"{graph}/.default"],
        "redirect_uri": ["https://companion.example.com/privacy"],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mend_names_the_page_or_the_lines_for_powershell(language: str) -> None:
    words = Words(language)
    for one in graph_permissions(has_group=True, has_roll_out=True):
        told = mend(one, cloud="global", client=CLIENT)
        sentence = words.say(told.key, **told.args)
        assert one.name in sentence and portal_page("global", CLIENT) in sentence
        assert ("New-CsApplicationAccessPolicy" in sentence) == (one.narrowed == "policy")
    told = mend(permission("OnlineMeetings.Read.All"), cloud="global", client=CLIENT, has_consent=True)
    sentence = words.say(told.key, **told.args)
    assert f"-AppIds {CLIENT}" in sentence and "Grant-CsApplicationAccessPolicy" in sentence
    assert "portal" not in sentence


def test_every_cloud_has_a_portal() -> None:
    assert set(PORTALS) == set(CLOUDS)
    assert portal_page("usgov", CLIENT).startswith("https://portal.azure.us/") and portal_page("usgov", CLIENT).endswith(CLIENT)


def test_another_name_is_no_permission() -> None:
    with pytest.raises(KeyError, match=r"Mail\.Send"):
        permission("Mail.Send")


def test_the_administrators_document_names_every_graph_permission_and_no_other() -> None:
    text = (ROOT / "docs" / "operate" / "install.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z]\w+\.[A-Za-z.]+)`", text, re.MULTILINE)
    assert rows == [one.name for one in graph_permissions(has_group=True, has_roll_out=True)]
    (later,) = re.findall(r"^\*\*Will be asked for\*\*.*(?:\n.+)*", text, re.MULTILINE)
    for one in later_permissions():
        assert len(re.findall(rf"`{re.escape(one.name)}`", text)) == later.count(f"`{one.name}`") == 1, one.name


USES = {
    "OnlineMeeting.ReadBasic.Chat": r"meetingStart",
    "OnlineMeetingParticipant.Read.Chat": r"(?i)participantJoin",
    "OnlineMeetingNotification.Send.Chat": r"targetedMeetingNotification|MeetingNotificationParams",
    "OnlineMeetingTranscript.Read.Chat": r"from sidecar\.graph\.transcripts import",
    "OnlineMeetingTranscript.Read.All": r"from sidecar\.graph\.transcripts import",
    "Mail.ReadWrite": r"from sidecar\.graph\.drafts import",
    "Tasks.ReadWrite.All": r"from sidecar\.graph\.tasks import",
    "Calendars.ReadWrite": r"from sidecar\.graph\.proposals import",
    "TeamsActivity.Send.User": r"send_activity_notification|sendActivityNotification",
    "OnlineMeetingIncomingAudio.Detect.Chat": r"registerSpeakingStateChangeHandler",
}
"""How each shows in the code, once something uses it."""


LATER = {"en": r"\bWill\b", "de": r"\bWird\b", "fr": r"^\w+ra\b", "es": r"^\w+rá\b", "pt": r"^\w+rá\b", "ja": "予定です"}
"""How each language says that something is not done yet."""


@pytest.mark.parametrize("name", list(USES))
def test_a_permission_is_called_used_exactly_when_the_code_uses_it(name: str) -> None:
    sources = [*(ROOT / "sidecar").rglob("*.py"), *(ROOT / "panel" / "src").rglob("*.ts*")]
    is_used = any(re.search(USES[name], path.read_text(encoding="utf-8")) for path in sources)
    assert permission(name).is_used == is_used
    for language in LANGUAGES:
        later = re.search(LATER[language], Words(language).say(permission(name).use))
        assert bool(later) == (not is_used), language


def test_every_use_is_looked_for() -> None:
    assert set(USES) == {*resource_permissions(), *WRITES_FOR_THE_PERSON, "OnlineMeetingTranscript.Read.All"}
