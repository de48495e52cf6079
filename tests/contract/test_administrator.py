"""What docs/operate.md and its pages, docs/privacy.md and docs/works-council.md tell an administrator is so, line by line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from docs.draw_data_flow import BEGIN, EDGES, END, FLOWS, PAGE, PICTURE, SIDES, picture, table, written
from sidecar.domain.apps.permissions import TABLE, graph_permissions
from sidecar.domain.apps.retention import tables_of_tenants
from sidecar.domain.meetings.first_week import RUSH, RUSH_WITHIN
from sidecar.settings import Settings, described
from tests.faults.cluster import PROGRAMS
from tests.store.every_table import columns_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
OPERATE, PRIVACY, COUNCIL = (DOCS / f"{name}.md" for name in ("operate", "privacy", "works-council"))
WATCHING, MACHINES, INSTALL, SECURING = (
    DOCS / "operate" / f"{name}.md" for name in ("watching", "machines", "install", "security")
)
PAGES = (OPERATE, PRIVACY, COUNCIL, *sorted((DOCS / "operate").glob("*.md")), ROOT / "SECURITY.md")
LINKED = frozenset(
    {
        "adaptivecards.io", "cldr.unicode.org", "developer.microsoft.com", "github.com", "learn.microsoft.com", "web.dev",
        "wa.me",
        "portal.azure.cn", "portal.azure.com", "portal.azure.us", "search.gleif.org", "example.com", "schemas.openxmlformats.org",
        "teams.microsoft.com",
        "gov.teams.microsoft.us", "dod.teams.microsoft.us", "teams.microsoftonline.cn", "res.cdn.office.net",
        "outlook.office.com", "outlook.office365.com", "outlook-sdf.office.com", "outlook-sdf.office365.com",
    }
)  # fmt: skip
"""Shown to people as a link or a source, let in as a frame around our pages, or the name of a format: never asked."""
NAMED = frozenset(
    {
        "api.botframework.com", "api.botframework.us", "api.botframework.azure.cn", "sts.windows.net", "sts.chinacloudapi.cn",
    }
)  # fmt: skip
"""Names of issuers and audiences within tokens: never asked either."""
WORKING_DAYS = 21
HOST = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)")


@cache
def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def every_test() -> frozenset[str]:
    """The name of every test there is."""
    return frozenset(
        chain.from_iterable(
            re.findall(r"^(?:async )?def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
            for path in (ROOT / "tests").rglob("test_*.py")
        )
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_test_that_a_page_names_is_there(page: Path) -> None:
    named = set(re.findall(r"`(test_\w+)`", text(page)))
    assert named <= every_test(), sorted(named - every_test())
    files = set(re.findall(r"`((?:tests|bench|deploy)/[\w/]+\.(?:py|yaml|bicep))`", text(page)))
    assert [one for one in sorted(files) if not (ROOT / one).is_file()] == []


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_the_pages_leads_somewhere(page: Path) -> None:
    for place, heading in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text(page)):
        target = (page.parent / place) if place else page
        assert target.exists(), (page.name, place)
        if heading:
            assert heading in {_anchor(one) for one in re.findall(r"^#+ (.+)$", text(target), re.MULTILINE)}, heading


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_questions_of_a_security_review_are_answered_on_the_first_page() -> None:
    section = text(OPERATE).partition("## For the security review")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", section, re.MULTILINE)[2:]
    asked = " ".join(question.lower() for question, _, _ in rows)
    for word in (
        "data flow",
        "stored",
        "how long",
        "deleted",
        "sub-processors",
        "permissions",
        "incident",
        "keys",
        "backups",
        "who saw",
        "country",
        "open outwards",
        "sign-in",
        "penetration test",
        "updates",
        "may be lost",
        "trained on",
        "malware",
        "siem",
        "dpia",
    ):
        assert word in asked, word
    assert all("test" in proof or "by hand" in proof for _, _, proof in rows), "each is proved, or says that it is not"
    for heading in ("What flows where", "TLS and the proxy", "Keys and their rotation", "When something is wrong"):
        assert f"\n## {heading}\n" in text(SECURING)


def test_every_permission_flows_somewhere_and_every_table_is_filled_by_something() -> None:
    asked = list(chain.from_iterable(one.asks for one in FLOWS))
    assert sorted(asked) == sorted(one.name for one in TABLE if one.is_used), "each permission that is used, once"
    filled = list(chain.from_iterable(one.tables for one in FLOWS))
    assert sorted(filled) == sorted(tables_of_tenants()), (
        "each table of a tenant, once: a new one goes into docs/draw_data_flow.py"
    )


def test_the_data_flow_picture_and_its_table_are_what_the_script_draws() -> None:
    assert BEGIN in text(PAGE) and END in text(PAGE)
    assert text(PAGE) == written(text(PAGE)) and table() in text(PAGE), "run docs/draw_data_flow.py"
    assert text(PICTURE) == picture(), "run docs/draw_data_flow.py"
    assert {(one.source, one.target) for one in FLOWS} == set(EDGES) and {one for ends in EDGES for one in ends} == set(SIDES)


@cache
def hosts_in_the_code() -> frozenset[str]:
    """Every host that stands in a text of the program that is no comment and no description; the local tenant's are its own."""
    found: set[str] = set()
    for path in sorted((ROOT / "sidecar").rglob("*.py")):
        is_ours = path.relative_to(ROOT).parts[1] not in ("tenant", "preview")
        for said in _texts(ast.parse(text(path))) if is_ours and HOST.search(text(path)) else ():
            found |= set(HOST.findall(said))
    return frozenset(found)


def _texts(tree: ast.Module) -> Iterator[str]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_every_host_in_the_code_stands_in_the_table_of_who_else_processes_data() -> None:
    section = text(PRIVACY).partition("## Who else processes it")[2].partition("\n## ")[0]
    told = set(re.findall(r"`([a-z0-9-]+(?:\.[a-z0-9-]+)+)`", section)) - {"docs/operate.md"}
    told = {one for one in told if not one.endswith(".md")}
    assert len(hosts_in_the_code()) > 30, "the walk finds them"
    assert told == hosts_in_the_code() - LINKED - NAMED, "a new host goes into docs/privacy.md first"
    switches = set(re.findall(r"`COMPANION_([A-Z_]+)`", section))
    assert switches == {"WEB_CONTACT", "LLM_BASE_URL", "TRACES_URL"}
    assert all(Settings.model_fields[one.lower()].default == "" for one in switches), "off until an administrator sets it"


def test_each_permission_on_a_mailbox_has_its_line_for_limiting_it() -> None:
    narrowed = [one.name for one in graph_permissions(has_group=True, has_roll_out=True) if one.narrowed == "mailbox"]
    lines = re.findall(r'New-ManagementRoleAssignment .* -Role "Application ([\w.]+)" -CustomResourceScope', text(INSTALL))
    assert sorted(lines) == sorted(narrowed) and len(lines) == 5
    assert text(INSTALL).index("New-ManagementScope") < text(INSTALL).index("Test-ServicePrincipalAuthorization")
    assert "New-CsApplicationAccessPolicy" in text(INSTALL) and "Grant-CsApplicationAccessPolicy" in text(INSTALL)


async def test_no_column_holds_a_key_a_token_or_a_password(database: object) -> None:
    columns = await columns_of(database.pool)  # type: ignore[attr-defined]
    secret = re.compile(r"token|password|secret|credential|private_key|cipher|encrypt|client_state|link_|session")
    found = {
        f"{name}.{one.name}"
        for name, ones in columns.items()
        for one in ones
        if secret.search(one.name) and not one.name.endswith("_at")
    }
    digests = {"subscription.client_state_hash", "one_time_link.link_hash", "one_time_link.session_hash"}
    assert found == digests, "digests of 32 bytes: what would need a key to be read is stored nowhere"


def test_every_warning_and_error_of_the_log_says_what_to_do() -> None:
    logging = re.compile(r'\.(?:warning|error|exception|critical)\(\s*"([a-z_]+)"')
    said = set(chain.from_iterable(logging.findall(text(path)) for path in (ROOT / "sidecar").rglob("*.py")))
    assert len(said) > 20, "the walk finds them"
    section = text(WATCHING).partition("| Event | What it says |")[2].partition("**Traces.**")[0]
    told = list(
        chain.from_iterable(re.findall(r"`([a-z_]+)`", row.split("|")[1]) for row in section.splitlines()[2:] if "|" in row)
    )
    assert sorted(told) == sorted(said), "each of them stands in docs/operate/watching.md, once"
    assert {"sign_failed", "look_failed", "wake_left_to_others"} <= set(told)


def _measured(what: str) -> tuple[float, float]:
    """Milliseconds of programs and of PostgreSQL, as the table of docs/operate/machines.md has them."""
    (row,) = re.findall(rf"^\| {re.escape(what)} \| ([\d.]+) ms \| ([\d.]+) ms \|", text(MACHINES), re.MULTILINE)
    return float(row[0]), float(row[1])


def test_the_cost_of_a_person_is_reckoned_from_what_was_measured() -> None:
    day = {
        "a notice, stored and acknowledged": 20, "a calendar read that finds nothing new": 4,
        "a changed meeting, from its notice to the new plan": 12, "a card, decided, built and sent": 3,
        "a watched person, in each sweep of ten minutes": 24 * 6,
    }  # fmt: skip
    assert "20 changes (read in 12 looks, as promised at most), 3 cards and 4 reads" in text(MACHINES)
    programs, postgres = (sum(_measured(what)[side] * often for what, often in day.items()) / 1000 for side in (0, 1))
    section = text(MACHINES).partition("## What it costs")[2].partition("\n## ")[0]
    assert f"| processor time of programs | {programs * WORKING_DAYS:.1f} s |" in section
    assert f"| processor time of PostgreSQL | {postgres * WORKING_DAYS:.1f} s |" in section
    assert "| a watched person, held | | 37 rows, 25 KB |" in text(MACHINES) and "25 KB" in section
    tokens = Settings.model_fields["llm_daily_tokens"].default * WORKING_DAYS / 1e6
    assert f"{tokens:.1f} million tokens" in section
    few, many = ((2 * 60 + 120 + 2 * 0.20 * people * 25e3 / 1e9) / people for people in (250, 5000))
    assert f"For 250 people {few:.2f} a person and month, for 5,000 people {many:.2f}." in section
    assert f"({5000 * (programs + postgres) / 36_000:.2f} of a core" in section
    assert "assumed prices, not anybody's list" in section
    seconds = sum(float(f"{one * WORKING_DAYS:.1f}") for one in (programs, postgres))
    assert f"A person and month takes {seconds:.1f} s of processor time and 25 KB;" in text(OPERATE)


def test_every_setting_and_every_make_target_that_a_page_names_is_there() -> None:
    told = "".join(text(page) for page in PAGES)
    assert set(re.findall(r"COMPANION_[A-Z_]+", told)) <= {name for name, _, _ in described()}
    targets = re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z]+)`", told)) <= set(targets)


def test_every_text_of_the_data_flow_picture_fits_into_its_box_and_has_its_colours_for_light_and_dark() -> None:
    for one in SIDES.values():
        assert len(one.name) * 10.5 <= one.width and all(len(line) * 7.8 <= one.width for line in one.says), one.name
    light, _, dark = picture().partition("@media (prefers-color-scheme: dark)")
    for kind in ("text {", ".back {", ".ours {", ".theirs {", ".edge {", ".plate {"):
        assert kind in light and kind in dark, kind


def test_the_secrets_folder_has_the_same_rights_wherever_it_is_told() -> None:
    told = [*re.findall(r"chmod (\d+) deploy/secrets", text(MACHINES) + text(ROOT / "deploy" / "compose.yaml"))]
    assert told == ["711", "711"]


def test_the_pages_that_the_administrator_reads_stay_short_enough_to_be_read() -> None:
    review = text(OPERATE).partition("## For the security review")[2].partition("\n## ")[0]
    assert len(review.split()) < 800, "the answers at a glance"
    assert len(text(COUNCIL).split()) < 1050


def test_the_one_permission_that_is_asked_for_and_not_used_is_named_as_such() -> None:
    asked = [one for one in TABLE if one.kind == "resource"]
    (unused,) = [one.name for one in asked if not one.is_used]
    assert len(asked) == 6 and f"One of the six, `{unused}`, is asked for and not used by this version" in text(INSTALL)


def test_what_is_said_of_welcomes_in_a_roll_out_is_what_the_program_does() -> None:
    hours = Settings.model_fields["welcome_within_hours"].default
    assert (RUSH, RUSH_WITHIN, Settings.model_fields["first_week"].default) == (5, timedelta(minutes=10), True)
    assert "Where more than five of a tenant get it within ten minutes" in text(INSTALL)
    assert f"`COMPANION_WELCOME_WITHIN_HOURS` ({hours:.0f}) of people's working hours" in text(INSTALL)
    assert "`COMPANION_FIRST_WEEK=false` leaves the welcome" in text(INSTALL)


def test_the_versions_of_postgresql_that_are_named_and_not_run_are_those_of_the_files() -> None:
    (compose,) = re.findall(r"image: postgres:(\d+)", text(ROOT / "deploy" / "compose.yaml"))
    (bicep,) = re.findall(r"version: '(\d+)'", text(ROOT / "deploy" / "azure.bicep"))
    run_here = PROGRAMS.parent.name.removeprefix("pginstall")
    assert f"PostgreSQL other than {run_here} (compose names {compose}, the Bicep file {bicep})" in text(OPERATE)
    for page in (INSTALL, DOCS / "operate" / "backups.md"):
        assert f"ritten for PostgreSQL 14 or newer; run here with {run_here} only." in text(page)
