"""Whether Teams, its Store and an administrator would take an app package: every rule that the manifest's schema leaves out.

Limits: https://learn.microsoft.com/microsoft-365/extensibility/schema/ (manifest 1.30). Store rules:
https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sidecar.domain.apps.app_address import domain_problem, host_of
from sidecar.domain.apps.app_icons import activity_problem, colour_problem, outline_problem
from sidecar.domain.apps.app_texts import LANGUAGES, MOST_COMMANDS, listed, part, text_problems
from sidecar.domain.apps.permissions import resource_permissions
from sidecar.domain.wording.reason import Reason

MANIFEST: Final = "manifest.json"
VERSION: Final = "1.30"
SCHEMA: Final = f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json"
MOST_PERMISSIONS: Final = 16
PANEL: Final = frozenset(("meetingSidePanel", "meetingChatTab", "meetingDetailsTab"))
_USED: Final = frozenset(
    (
        "$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor",
        "localizationInfo", "bots", "staticTabs", "configurableTabs", "meetingExtensionDefinition", "activities",
        "validDomains", "webApplicationInfo", "authorization", "defaultInstallScope", "defaultGroupCapability",
    )
)  # fmt: skip
_GUID: Final = re.compile(r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_SEMVER: Final = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})")
_PLACEHOLDER: Final = re.compile(rb"\$\{\{\s*(\w+)\s*\}\}")

Files = Mapping[str, bytes]


def is_guid(text: object) -> bool:
    """Whether this is an id as Entra writes it."""
    return isinstance(text, str) and bool(_GUID.fullmatch(text))


def package_problems(files: Files, *, client: str, host: str) -> list[Reason]:
    """Everything that Teams or its Store would refuse, each with its mend; none where the package is good.

    `client`: the application that the package must be for; `host`: the one that its pages must be on.
    """
    manifest, unread = _read(files, MANIFEST)
    if manifest is None:
        return [unread] if unread else []
    languages, broken = _languages(files, manifest)
    return [
        *broken,
        *_file_problems(files, manifest),
        *_head_problems(manifest),
        *_identity_problems(manifest, client, host),
        *_address_problems(manifest, host),
        *text_problems(manifest, languages),
        *_icon_problems(files, manifest),
        *_bot_problems(manifest),
        *_tab_problems(manifest),
        *_permission_problems(manifest),
        *_activity_problems(manifest),
    ]


def version_problem(files: Files, previous: Files) -> Reason | None:
    """Why this package cannot follow the previous one of the same app: other contents under a version that is not higher."""
    if dict(files) == dict(previous):
        return None
    (now, _), (then, unread) = _read(files, MANIFEST), _read(previous, MANIFEST)
    if then is None or now is None:
        return unread and Reason(key="package-previous-unreadable")
    if str(now.get("id")).lower() != str(then.get("id")).lower():
        return None
    version, last = str(now.get("version")), str(then.get("version"))
    if _SEMVER.fullmatch(last) and _ordered(version) <= _ordered(last):
        return Reason(key="package-version-lower", args={"version": version, "last": last})
    return None


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in version.split(".")) if _SEMVER.fullmatch(version) else ()


def _read(files: Files, name: str) -> tuple[dict[str, Any] | None, Reason | None]:
    """A JSON object of the package, or why there is none."""
    if name not in files:
        return None, Reason(key="package-file-missing", args={"file": name})
    if left := _PLACEHOLDER.search(files[name]):
        return None, Reason(key="package-placeholder", args={"file": name, "name": left[1].decode()})
    try:
        found = json.loads(files[name].decode("utf-8"))
    except (ValueError, RecursionError):
        found = None
    return (found, None) if isinstance(found, dict) else (None, Reason(key="package-not-json", args={"file": name}))


def _languages(files: Files, manifest: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], list[Reason]]:
    read: dict[str, dict[str, Any]] = {}
    problems: list[Reason] = []
    named = {str(part(one, "languageTag")): str(part(one, "file")) for one in _additional(manifest)}
    problems += [Reason(key="package-language-missing", args={"tag": tag}) for tag in LANGUAGES if tag not in named]
    for file in named.values():
        said, unread = _read(files, file)
        if said is not None:
            read[file] = said
        elif unread is not None and unread.key != "package-file-missing":
            problems.append(unread)
    if part(manifest, "localizationInfo", "defaultLanguageTag") != "en":
        problems.append(Reason(key="package-language-default"))
    return read, problems


def _additional(manifest: Mapping[str, Any]) -> list[Any]:
    return listed(part(manifest, "localizationInfo"), "additionalLanguages")


def _file_problems(files: Files, manifest: Mapping[str, Any]) -> Iterator[Reason]:
    """Exactly the files that the manifest names: the Store refuses any other."""
    icons = part(manifest, "icons")
    wanted = {MANIFEST, *(str(one) for one in (icons if isinstance(icons, Mapping) else {}).values())}
    wanted |= {str(part(one, "file")) for one in _additional(manifest)}
    wanted |= {str(part(one, "iconFile")) for one in listed(part(manifest, "activities"), "activityIcons")}
    for file in sorted(wanted - set(files)):
        yield Reason(key="package-file-missing", args={"file": file})
    for file in sorted(set(files) - wanted):
        yield Reason(key="package-file-extra", args={"file": file})


def _head_problems(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    for name in sorted(set(manifest) - _USED):
        yield Reason(key="package-field-unknown", args={"field": name})
    if manifest.get("manifestVersion") != VERSION or manifest.get("$schema") != SCHEMA:
        yield Reason(key="package-schema", args={"file": MANIFEST, "schema": SCHEMA})
    if not _SEMVER.fullmatch(str(manifest.get("version"))):
        yield Reason(key="package-version-form", args={"version": str(manifest.get("version"))})
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", str(manifest.get("accentColor"))):
        yield Reason(key="package-accent")
    if manifest.get("defaultInstallScope") != "personal":
        yield Reason(key="package-install-scope")
    if part(manifest, "meetingExtensionDefinition", "supportsAnonymousGuestUsers") is not False:
        yield Reason(key="package-guests")


def _identity_problems(manifest: Mapping[str, Any], client: str, host: str) -> Iterator[Reason]:
    app = part(manifest, "webApplicationInfo", "id")
    bot = part(manifest, "bots", 0, "botId")
    for field, found in (("id", manifest.get("id")), ("bots[0].botId", bot), ("webApplicationInfo.id", app)):
        if not is_guid(found):
            yield Reason(key="package-id-form", args={"field": field})
    for field, found in (("bots[0].botId", bot), ("webApplicationInfo.id", app)):
        if is_guid(found) and str(found).lower() != client.lower():
            yield Reason(key="package-id-other", args={"field": field, "client": client})
    resource = f"api://{host}/{client}"
    if part(manifest, "webApplicationInfo", "resource") != resource:
        yield Reason(key="package-resource", args={"resource": resource})


def _address_problems(manifest: Mapping[str, Any], host: str) -> Iterator[Reason]:
    """Every page on our own host over https, and no other domain."""
    for field, url in _urls(manifest):
        if not isinstance(url, str) or not url.startswith("https://"):
            yield Reason(key="package-url-https", args={"field": field})
        elif host_of(url) != host:
            yield Reason(key="package-url-elsewhere", args={"field": field, "host": host})
    domains = [str(one) for one in listed(manifest, "validDomains")]
    for domain in domains:
        if (wrong := domain_problem(domain)) is not None:
            yield wrong
        elif domain != host:
            yield Reason(key="package-domain-extra", args={"domain": domain, "host": host})
    if host not in domains:
        yield Reason(key="package-domain-missing", args={"host": host})


def _urls(manifest: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl"):
        yield f"developer.{name}", part(manifest, "developer", name)
    for at, tab in enumerate(listed(manifest, "staticTabs")):
        yield f"staticTabs[{at}].contentUrl", part(tab, "contentUrl")
        for name in ("websiteUrl", "searchUrl"):
            if part(tab, name) is not None:
                yield f"staticTabs[{at}].{name}", part(tab, name)
    yield "configurableTabs[0].configurationUrl", part(manifest, "configurableTabs", 0, "configurationUrl")


def _icon_problems(files: Files, manifest: Mapping[str, Any]) -> Iterator[Reason]:
    judges = [("color", colour_problem), ("outline", outline_problem)]
    for name, judge in judges:
        file = part(manifest, "icons", name)
        if not isinstance(file, str):
            yield Reason(key="package-icon-unnamed", args={"field": f"icons.{name}"})
        elif file in files and (wrong := judge(file, files[file])) is not None:
            yield wrong
    for one in listed(part(manifest, "activities"), "activityIcons"):
        file = str(part(one, "iconFile"))
        if file in files and (wrong := activity_problem(file, files[file])) is not None:
            yield wrong


def _bot_problems(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    bot = part(manifest, "bots", 0)
    if set(map(str, listed(bot, "scopes"))) != {"personal", "groupChat"} or len(listed(manifest, "bots")) != 1:
        yield Reason(key="package-bot-scopes")
    if part(bot, "isNotificationOnly") is not False:
        yield Reason(key="package-bot-speaks")
    for commands in listed(bot, "commandLists"):
        titles = [str(part(one, "title")).casefold() for one in listed(commands, "commands")]
        if len(titles) > MOST_COMMANDS:
            yield Reason(key="package-commands-many", args={"most": str(MOST_COMMANDS)})
        for title in sorted({one for one in titles if titles.count(one) > 1}):
            yield Reason(key="package-command-twice", args={"title": title})
        for title in (one for one in titles if one.startswith("/")):
            yield Reason(key="package-command-slash", args={"title": title})
    if "help" not in {str(part(bot, "commandLists", 0, "commands", at, "title")).casefold() for at in range(MOST_COMMANDS)}:
        yield Reason(key="package-command-help")


def _tab_problems(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    panel = part(manifest, "configurableTabs", 0)
    contexts = set(map(str, listed(panel, "context")))
    if contexts != PANEL or listed(panel, "scopes") != ["groupChat"]:
        yield Reason(key="package-panel", args={"contexts": ", ".join(sorted(PANEL))})
    tabs = listed(manifest, "staticTabs")
    if [listed(tab, "scopes") for tab in tabs] != [["personal"]]:
        yield Reason(key="package-tab")


def _permission_problems(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    known = resource_permissions()
    asked = listed(part(manifest, "authorization", "permissions"), "resourceSpecific")
    names = [str(part(one, "name")) for one in asked]
    for name in sorted(set(names) - set(known)):
        yield Reason(key="package-permission-unknown", args={"name": name})
    for one, name in zip(asked, names, strict=True):
        if name in known and part(one, "type") != known[name]:
            yield Reason(key="package-permission-mode", args={"name": name, "mode": known[name]})
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield Reason(key="package-permission-twice", args={"name": name})
    for name in sorted(set(known) - set(names)):
        yield Reason(key="package-permission-missing", args={"name": name})
    if len(names) > MOST_PERMISSIONS:
        yield Reason(key="package-permissions-many", args={"most": str(MOST_PERMISSIONS)})


def _activity_problems(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    activities = part(manifest, "activities")
    types = [str(part(one, "type")) for one in listed(activities, "activityTypes")]
    for name in sorted({one for one in types if types.count(one) > 1 or not re.fullmatch(r"[A-Za-z]\w{0,63}", one)}):
        yield Reason(key="package-activity-name", args={"name": name})
    icons = {str(part(one, "id")) for one in listed(activities, "activityIcons")}
    used = {str(icon) for one in listed(activities, "activityTypes") for icon in listed(one, "allowedIconIds")}
    for icon in sorted(used ^ icons):
        yield Reason(key="package-activity-icon", args={"icon": icon})
