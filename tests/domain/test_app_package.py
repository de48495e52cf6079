"""What Teams or its Store would refuse is refused here first, each with its own sentence."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sidecar.commands.package import Deployment, filled, said, template_folder
from sidecar.domain.apps.app_address import address_problem
from sidecar.domain.apps.app_icons import read_png
from sidecar.domain.apps.app_package import package_problems, version_problem
from sidecar.domain.apps.app_texts import LANGUAGES, texts_of
from sidecar.domain.cards.command import read_command
from sidecar.words import LANGUAGES as SPOKEN
from sidecar.words import Words, catalogue

CLIENT = "11111111-1111-4111-8111-111111111111"
OTHER = "33333333-3333-4333-8333-333333333333"
HOST = "companion.example.com"
WHOM = Deployment(client=CLIENT, tenant="22222222-2222-4222-8222-222222222222", url=f"https://{HOST}")
Files = dict[str, bytes]
Change = Callable[[Files, dict[str, Any]], None]


@pytest.fixture
def files() -> Files:
    return filled(template_folder(), WHOM)


def keys(files: Mapping[str, bytes]) -> set[str]:
    return {one.key for one in package_problems(files, client=CLIENT, host=HOST)}


def changed(files: Files, change: Change) -> Files:
    """The files after a change to them or to the manifest in them."""
    found = dict(files)
    manifest = json.loads(found["manifest.json"])
    before = json.dumps(manifest)
    change(found, manifest)
    if json.dumps(manifest) != before:
        found["manifest.json"] = json.dumps(manifest).encode()
    assert found != files
    return found


def at(path: str, value: Any) -> Change:
    """Another value in the manifest."""

    def change(_: Files, manifest: dict[str, Any]) -> None:
        place: Any = manifest
        *way, last = [int(one) if one.isdecimal() else one for one in path.split("/")]
        for step in way:
            place = place[step]
        place[last] = value

    return change


def without(path: str) -> Change:
    """The manifest without a part."""

    def change(_: Files, manifest: dict[str, Any]) -> None:
        place: Any = manifest
        *way, last = [int(one) if one.isdecimal() else one for one in path.split("/")]
        for step in way:
            place = place[step]
        del place[last]

    return change


def more(path: str, value: Any) -> Change:
    """One more at the end of a list of the manifest."""

    def change(_: Files, manifest: dict[str, Any]) -> None:
        place: Any = manifest
        for step in path.split("/"):
            place = place[int(step) if step.isdecimal() else step]
        place.append(value)

    return change


def file(name: str, data: bytes | None) -> Change:
    """Another file, one more, or one less."""

    def change(files: Files, _: dict[str, Any]) -> None:
        if data is None:
            del files[name]
        else:
            files[name] = data

    return change


def german(key: str, text: str | None) -> Change:
    """Another text in the German file."""

    def change(files: Files, _: dict[str, Any]) -> None:
        texts = json.loads(files["de.json"])
        if text is None:
            del texts[key]
        else:
            texts[key] = text
        files["de.json"] = json.dumps(texts).encode()

    return change


def picture(width: int, height: int, pixel: bytes, first: bytes | None = None, colour: int = 6) -> bytes:
    """A PNG of one colour, another for the first pixel."""
    row = b"\x00" + pixel * width
    data = row[:1] + (first or pixel) + row[1 + len(pixel) :] + row * (height - 1)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


CLEAR, WHITE, RED = b"\xff\xff\xff\x00", b"\xff\xff\xff\xff", b"\xff\x00\x00\xff"
RSC = "authorization/permissions/resourceSpecific"
COMMANDS = "bots/0/commandLists/0/commands"
TOO_LONG = "x" * 5000

BROKEN: list[tuple[str, Change]] = [
    ("package-file-missing", file("color.png", None)),
    ("package-file-missing", file("ja.json", None)),
    ("package-file-missing", file("manifest.json", None)),
    ("package-file-extra", file("notes.txt", b"hello")),
    ("package-file-extra", file(".DS_Store", b"\x00")),
    ("package-file-extra", file("scripts/run.js", b"")),
    ("package-placeholder", at("developer/name", "${{COMPANY}}")),
    ("package-placeholder", german("name.full", "${{ COMPANY }}")),
    ("package-not-json", file("manifest.json", b'{"version": ')),
    ("package-not-json", file("manifest.json", b"[]")),
    ("package-not-json", file("manifest.json", b"\xff\xfe\x00")),
    ("package-not-json", file("manifest.json", b"[" * 100_000)),
    ("package-not-json", file("fr.json", b"{")),
    ("package-schema", at("manifestVersion", "1.16")),
    ("package-schema", at("$schema", "https://example.com/schema.json")),
    ("package-schema", german("$schema", "https://example.com/schema.json")),
    ("package-field-unknown", at("composeExtensions", [])),
    ("package-field-unknown", at("permissions", ["identity"])),
    ("package-version-form", at("version", "1.0")),
    ("package-version-form", at("version", "01.0.0")),
    ("package-version-form", at("version", 1)),
    ("package-accent", at("accentColor", "blue")),
    ("package-install-scope", at("defaultInstallScope", "team")),
    ("package-guests", at("meetingExtensionDefinition/supportsAnonymousGuestUsers", True)),
    ("package-guests", without("meetingExtensionDefinition")),
    ("package-id-form", at("id", "client-companion")),
    ("package-id-form", at("bots/0/botId", "bot")),
    ("package-id-form", at("webApplicationInfo/id", None)),
    ("package-id-other", at("bots/0/botId", OTHER)),
    ("package-id-other", at("webApplicationInfo/id", OTHER)),
    ("package-resource", at("webApplicationInfo/resource", f"api://elsewhere.example/{CLIENT}")),
    ("package-resource", without("webApplicationInfo/resource")),
    ("package-url-https", at("developer/privacyUrl", f"http://{HOST}/privacy")),
    ("package-url-https", at("staticTabs/0/contentUrl", f"http://{HOST}/tab/")),
    ("package-url-https", without("configurableTabs/0/configurationUrl")),
    ("package-url-elsewhere", at("developer/termsOfUseUrl", "https://elsewhere.example/terms")),
    ("package-url-elsewhere", at("staticTabs/0/websiteUrl", f"https://{HOST}.elsewhere.example/")),
    ("package-domain-wildcard", more("validDomains", "*.example.com")),
    ("package-domain-wildcard", more("validDomains", "*.azurewebsites.net")),
    ("package-domain-number", more("validDomains", "203.0.113.7")),
    ("package-domain-local", more("validDomains", "localhost")),
    ("package-domain-tunnel", more("validDomains", "abc.ngrok-free.app")),
    ("package-domain-shared", more("validDomains", "azurewebsites.net")),
    ("package-domain-form", more("validDomains", "companion")),
    ("package-domain-extra", more("validDomains", "elsewhere.example")),
    ("package-domain-missing", at("validDomains", [])),
    ("package-domain-missing", without("validDomains")),
    ("package-language-default", at("localizationInfo/defaultLanguageTag", "de")),
    ("package-text-missing", german("name.short", None)),
    ("package-text-missing", german("bots[0].commandLists[0].commands[3].description", None)),
    ("package-text-missing", german("activities.activityTypes[1].templateText", None)),
    ("package-text-unknown", german("staticTabs[7].name", "Mehr")),
    ("package-text-unknown", german("shortName", "Begleiter")),
    ("package-text-empty", german("description.short", " ")),
    ("package-text-empty", at("description/full", "")),
    ("package-text-empty", without("name/full")),
    ("package-text-empty", without("staticTabs/0/name")),
    ("package-text-long", at("name/short", "Client Companion for everybody here")),
    ("package-text-long", at("name/full", TOO_LONG)),
    ("package-text-long", at("description/short", TOO_LONG)),
    ("package-text-long", at("description/full", TOO_LONG)),
    ("package-text-long", at("developer/name", "A name of more than thirty-two letters")),
    ("package-text-long", at(f"{COMMANDS}/1/title", "a command with many, many words in it")),
    ("package-text-long", at("staticTabs/0/name", TOO_LONG)),
    ("package-text-long", at("activities/activityTypes/0/description", TOO_LONG)),
    ("package-text-long", german("description.short", "ä" * 81)),
    ("package-text-parameters", german("activities.activityTypes[0].templateText", "{treffen} mit {client} um {time}")),
    ("package-text-parameters", german("activities.activityTypes[0].templateText", "{meeting} mit {client}")),
    ("package-name-word", at("name/short", "Companion for Teams")),
    ("package-name-word", at("name/short", "Client Calendar")),
    ("package-icon-unnamed", lambda files, manifest: (files.pop("outline.png"), manifest["icons"].pop("outline"))),  # type: ignore[func-returns-value]
    ("package-icon-png", file("color.png", b"GIF89a")),
    ("package-icon-png", file("outline.png", b"\x89PNG\r\n\x1a\n")),
    ("package-icon-size", file("color.png", picture(191, 192, RED))),
    ("package-icon-size", file("outline.png", picture(64, 64, CLEAR, WHITE))),
    ("package-icon-white", file("outline.png", picture(32, 32, CLEAR, RED))),
    ("package-icon-clear", file("outline.png", picture(32, 32, WHITE))),
    ("package-icon-clear", file("outline.png", picture(32, 32, CLEAR))),
    ("package-icon-clear", file("outline.png", picture(32, 32, WHITE[:3], colour=2))),
    ("package-bot-scopes", at("bots/0/scopes", ["personal"])),
    ("package-bot-scopes", at("bots/0/scopes", ["personal", "groupChat", "team"])),
    ("package-bot-speaks", at("bots/0/isNotificationOnly", True)),
    ("package-command-twice", at(f"{COMMANDS}/1/title", "Help")),
    ("package-command-slash", at(f"{COMMANDS}/1/title", "/today")),
    ("package-command-help", at(f"{COMMANDS}/0/title", "about")),
    ("package-panel", at("configurableTabs/0/context", ["meetingChatTab", "meetingDetailsTab"])),
    ("package-panel", more("configurableTabs/0/context", "meetingStage")),
    ("package-panel", at("configurableTabs/0/scopes", ["team", "groupChat"])),
    ("package-tab", at("staticTabs/0/scopes", ["team"])),
    ("package-permission-unknown", more(RSC, {"name": "Nonsense.Permission", "type": "Application"})),
    ("package-permission-unknown", more(RSC, {"name": "ChatMessage.Read.Chat", "type": "Application"})),
    ("package-permission-mode", at(f"{RSC}/0/type", "Delegated")),
    ("package-permission-mode", without(f"{RSC}/0/type")),
    ("package-permission-twice", more(RSC, {"name": "TeamsActivity.Send.User", "type": "Application"})),
    ("package-permission-missing", without(f"{RSC}/0")),
    ("package-activity-name", at("activities/activityTypes/1/type", "clientMeetingSoon")),
    ("package-activity-name", at("activities/activityTypes/1/type", "client meeting")),
    ("package-activity-icon", at("activities/activityTypes/0/allowedIconIds", ["clock"])),
]


def test_the_package_as_it_stands_is_good(files: Files) -> None:
    assert package_problems(files, client=CLIENT, host=HOST) == []


@pytest.mark.parametrize(("key", "change"), BROKEN, ids=[f"{at}-{key}" for at, (key, _) in enumerate(BROKEN)])
def test_every_broken_package_is_refused_for_its_own_reason(files: Files, key: str, change: Change) -> None:
    broken = changed(files, change)
    assert keys(broken) == {key}
    for language in ("en", "de"):
        for found in package_problems(broken, client=CLIENT, host=HOST):
            sentence = said(found, Words(language))
            assert len(sentence) > 20 and sentence[-1] == "."


def test_a_language_that_is_not_there_is_refused_with_its_file(files: Files) -> None:
    broken = changed(files, without("localizationInfo/additionalLanguages/4"))
    assert keys(broken) == {"package-language-missing", "package-file-extra"}


def test_a_second_tab_is_refused(files: Files) -> None:
    tab = {"entityId": "x", "name": "X", "contentUrl": f"https://{HOST}/x", "scopes": ["personal"]}
    assert "package-tab" in keys(changed(files, more("staticTabs", tab)))


def test_more_commands_than_a_language_can_name_are_refused(files: Files) -> None:
    broken = changed(files, at(COMMANDS, [{"title": f"help{n or ''}", "description": "x"} for n in range(11)]))
    assert "package-commands-many" in keys(broken)


def test_more_permissions_than_teams_takes_are_refused(files: Files) -> None:
    asked = [{"name": f"Some.Permission{n}", "type": "Application"} for n in range(17)]
    assert "package-permissions-many" in keys(changed(files, at(RSC, asked)))


def test_an_icon_of_the_activity_feed_must_be_small(files: Files) -> None:
    def with_icon(data: bytes) -> set[str]:
        def change(files: Files, manifest: dict[str, Any]) -> None:
            files["clock.png"] = data
            manifest["activities"]["activityIcons"] = [{"id": "clock", "iconFile": "clock.png"}]
            manifest["activities"]["activityTypes"][0]["allowedIconIds"] = ["clock"]

        return keys(changed(files, change))

    assert with_icon(picture(32, 32, RED)) == set()
    assert with_icon(picture(33, 32, RED)) == {"package-icon-size"}


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [None], [[]], [7], {"x": 1}, True])
def test_a_part_of_any_other_shape_is_refused_and_never_a_crash(files: Files, junk: Any) -> None:
    for name in ("developer", "name", "description", "icons", "localizationInfo", "bots", "staticTabs", "configurableTabs",
                 "activities", "validDomains", "webApplicationInfo", "authorization", "version", "id"):  # fmt: skip
        if json.loads(files["manifest.json"])[name] != junk:
            broken = changed(files, at(name, junk))
            assert keys(broken)


def test_a_package_for_another_application_or_host_is_refused(files: Files) -> None:
    found = {one.key for one in package_problems(files, client=OTHER, host="elsewhere.example")}
    assert {"package-id-other", "package-resource", "package-url-elsewhere", "package-domain-missing"} <= found


def test_the_same_contents_may_come_again_and_others_only_under_a_higher_version(files: Files) -> None:
    other = changed(files, german("name.full", "Anders"))
    assert version_problem(files, dict(files)) is None
    late = version_problem(other, files)
    assert late is not None and late.key == "package-version-lower" and late.args == {"version": "1.0.0", "last": "1.0.0"}
    assert version_problem(changed(other, at("version", "1.0.1")), files) is None
    assert version_problem(changed(other, at("version", "1.10.0")), changed(files, at("version", "1.9.0"))) is None
    assert version_problem(changed(other, at("version", "0.9.9")), files) is not None
    assert version_problem(changed(other, at("id", OTHER)), files) is None


def test_a_previous_package_without_a_manifest_is_said(files: Files) -> None:
    found = version_problem(files, {"readme.txt": b""})
    assert found is not None and found.key == "package-previous-unreadable"


ADDRESSES = [
    ("https://companion.example.com", None),
    ("https://companion.example.com/", None),
    ("https://companion.example.com:443", None),
    ("https://COMPANION.example.com", None),
    ("https://myapp.azurewebsites.net", None),
    ("https://xn--bcher-kva.example", None),
    ("http://companion.example.com", "package-address-https"),
    ("companion.example.com", "package-address-https"),
    ("https://", "package-address-https"),
    ("ftp://companion.example.com", "package-address-https"),
    ("https://companion.example.com:8443", "package-address-form"),
    ("https://companion.example.com:99999", "package-address-form"),
    ("https://companion.example.com/app", "package-address-form"),
    ("https://companion.example.com?x=1", "package-address-form"),
    ("https://companion.example.com#x", "package-address-form"),
    ("https://someone@companion.example.com", "package-address-form"),
    ("https://[::1", "package-address-form"),
    ("https://*.example.com", "package-domain-wildcard"),
    ("https://203.0.113.7", "package-domain-number"),
    ("https://[2001:db8::1]", "package-domain-number"),
    ("https://2130706433", "package-domain-number"),
    ("https://0x7f.1", "package-domain-number"),
    ("https://localhost", "package-domain-local"),
    ("https://companion.local", "package-domain-local"),
    ("https://app.internal", "package-domain-local"),
    ("https://a1b2.ngrok.io", "package-domain-tunnel"),
    ("https://a1b2.eu.ngrok.io", "package-domain-tunnel"),
    ("https://a1b2.ngrok-free.app", "package-domain-tunnel"),
    ("https://x-3978.euw.devtunnels.ms", "package-domain-tunnel"),
    ("https://quick.loca.lt", "package-domain-tunnel"),
    ("https://some-words.trycloudflare.com", "package-domain-tunnel"),
    ("https://box.tailnet.ts.net", "package-domain-tunnel"),
    ("https://contoso.onmicrosoft.com", "package-domain-shared"),
    ("https://azurewebsites.net", "package-domain-shared"),
    ("https://companion", "package-domain-form"),
    ("https://bücher.example", "package-domain-form"),
    ("https://-x.example.com", "package-domain-form"),
    ("https://notngrok.iox", None),
]


@pytest.mark.parametrize(("url", "key"), ADDRESSES)
def test_a_public_address_must_be_a_domain_of_our_own(url: str, key: str | None) -> None:
    found = address_problem(url)
    assert (found.key if found else None) == key
    assert found is None or said(found, Words("en"))


def test_every_rule_that_has_a_sentence_has_a_broken_package() -> None:
    sentences = set(re.findall(r"^(package-[a-z-]+) =", catalogue("en"), re.MULTILINE)) - {"package-written"}
    own_tests = {"package-language-missing", "package-commands-many", "package-permissions-many", "package-version-lower",
                 "package-previous-unreadable"}  # fmt: skip
    provoked = {key for key, _ in BROKEN} | {key for _, key in ADDRESSES if key} | own_tests
    assert sentences == provoked


def test_every_language_says_every_text_in_its_own_words(files: Files) -> None:
    manifest = json.loads(files["manifest.json"])
    english = {key: text for key, (text, _) in texts_of(manifest)}
    assert [one["languageTag"] for one in manifest["localizationInfo"]["additionalLanguages"]] == list(LANGUAGES)
    for tag in LANGUAGES:
        texts = json.loads(files[f"{tag}.json"])
        assert set(texts) == {*english, "$schema"}
        same = {key for key in english if texts[key] == english[key] and not key.endswith("].title")}
        assert same == {"name.short"}


def test_the_bot_understands_every_command_that_the_package_offers(files: Files) -> None:
    manifest = json.loads(files["manifest.json"])
    for number, command in enumerate(manifest["bots"][0]["commandLists"][0]["commands"]):
        kind = read_command(command["title"]).kind
        assert kind == command["title"].replace("not a client", "not_client")
        for tag in LANGUAGES:
            title = json.loads(files[f"{tag}.json"])[f"bots[0].commandLists[0].commands[{number}].title"]
            assert read_command(title).kind == kind, (tag, title)


def test_the_icons_are_what_the_script_draws() -> None:
    root = Path(__file__).parents[2]
    drawn: dict[str, Any] = {"__file__": str(root / "docs" / "icons" / "draw.py"), "__name__": "draw"}
    exec((root / "docs" / "icons" / "draw.py").read_text(), drawn)  # noqa: S102
    for name, draw in (("color.png", "colour_icon"), ("outline.png", "outline_icon")):
        ours, again = read_png((root / "manifest" / name).read_bytes()), read_png(drawn[draw]())
        assert ours is not None and ours == again
    assert ours.rows and sum(row[3::4].count(255) for row in ours.rows) > 80


@pytest.mark.parametrize("kind", range(5))
def test_every_filter_of_a_png_is_undone(kind: int) -> None:
    rows = [bytes((x * 7 + y * 13 + c * 50) % 256 for x in range(6) for c in range(4)) for y in range(6)]
    packed = b"".join(bytes([kind]) + _filtered(kind, row, rows[y - 1] if y else bytes(24)) for y, row in enumerate(rows))
    whole = picture(6, 6, CLEAR)
    head, tail = whole[:33], whole[-12:]
    body = zlib.compress(packed)
    data = struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    found = read_png(head + data + tail)
    assert found is not None and found.rows == tuple(rows)


def _filtered(kind: int, row: bytes, above: bytes) -> bytes:
    found = bytearray()
    for at, value in enumerate(row):
        left, up, corner = (row[at - 4] if at >= 4 else 0), above[at], (above[at - 4] if at >= 4 else 0)
        estimate = left + up - corner
        near = sorted((left, up, corner), key=lambda one: abs(estimate - one))[0]
        found.append((value - (0, left, up, (left + up) // 2, near)[kind]) % 256)
    return bytes(found)


@pytest.mark.parametrize("cut", [0, 5, 8, 20, 40, -1, -12])
def test_a_picture_that_is_cut_off_or_damaged_is_no_picture(cut: int) -> None:
    whole = picture(32, 32, CLEAR, WHITE)
    assert read_png(whole) is not None
    assert read_png(whole[:cut]) is None
    assert read_png(whole[:45] + bytes([whole[45] ^ 1]) + whole[46:]) is None


ONE_TERM = {
    # the word that the cards use, and another for the same thing that a reader would take for something else
    "es": ("compromiso", r"promesa"),
    "pt": ("lobby", r"sala de espera"),
    "fr": ("salle d’attente", r"\blobby\b"),
    "ja": ("サイドパネル", r"サイド パネル"),
}


@pytest.mark.parametrize("language", ONE_TERM)
def test_the_store_page_uses_the_words_of_the_cards(language: str) -> None:
    term, other = ONE_TERM[language]
    page = (template_folder() / f"{language}.json").read_text(encoding="utf-8")
    cards = re.sub(r"(?m)^[\w-]+ =", "", catalogue(language))
    assert term in page.lower() and term in cards.lower()
    assert not re.search(other, page.lower()) and not re.search(other, cards.lower())


@pytest.mark.parametrize("language", SPOKEN)
def test_the_store_page_names_every_language_the_product_speaks(language: str) -> None:
    """Each with all the others and twice with the two in which calls and mails are understood."""
    words = Words(language)
    page = (template_folder() / f"{'manifest' if language == 'en' else language}.json").read_text(encoding="utf-8").casefold()
    named = {tag: page.count(words.tongue(tag).casefold()[:6]) for tag in SPOKEN}
    assert all(named.values()) and min(named["en"], named["de"]) >= 2, named
