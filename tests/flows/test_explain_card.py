"""Every line of a card says where it comes from, in the person's language, and no line says more than its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.errors import Refused
from sidecar.flows.before.explain_card import explain_card
from tests.flows.conftest import MIA, NOON, World, event

SITES = Path(__file__).parents[2] / "sidecar" / "tenant" / "sample" / "sites"
AT_TWO = NOON + timedelta(hours=2)
NOTES = "DESCRIPTION:Agreed:\\n- Mia sends the plan\\n- Aiko names a contact"
KNOWN = event("earlier", NOON - timedelta(days=7), more=NOTES)
SOON = event("one", AT_TWO)


async def _id_of(here: World, subject: str) -> str:
    async def found() -> Any:
        return next((one["id"] for one in await here.week() if one["subject"] == subject), None)

    return str(await here.wait_for(found))


async def _why(here: World, subject: str = "Call one") -> Any:
    return await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), await _id_of(here, subject))


async def _has_dossier(here: World) -> bool:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("dossier", here.tenant_id, "northwindtraders.com") is not None


def _lines(told: Any) -> list[Any]:
    return [line for group in told["groups"] for line in group["lines"]]


async def test_what_their_site_says_is_quoted_with_its_title_its_date_and_its_address(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here))
        told = await _why(here)
        (group,) = [one for one in told["groups"] if one["title"] == "About Northwind Traders"]
        work = next(line for line in group["lines"] if "fresh food" in line["text"])
        source = work["sources"][0]
        assert "brings fresh food from farms and ports" in source["quote"]
        assert source["url"].endswith("://northwindtraders.com/") and source["seen_at"].startswith("2026-11-23T")
        page = (SITES / "northwindtraders.com" / "index.html").read_text(encoding="utf-8")
        assert source["quote"] in page


async def test_news_that_would_wound_names_its_page_and_why_it_is_taken_for_that_once_only(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here))
        about = [line for line in _lines(await _why(here)) if "Porto cold store" in line["text"]]
        assert len(about) == 1
        assert about[0]["text"].startswith("Avoid examples about an accident")
        assert about[0]["because"] == ["the words below read like an accident"]
        assert about[0]["sources"][0]["url"] == "https://northwindtraders.com/news/porto.html"


async def test_a_clock_says_what_it_rests_on_and_a_corrected_one_says_who_set_it(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        unclear = _clock_of(await _why(here))
        assert "where are they?" in unclear["text"]
        assert unclear["because"] == ["northwindtraders.com says nothing about a place"]
        await _correct(here, "Asia/Tokyo", "Japan")
        line = _clock_of(await _why(here))
        assert "22:00 (Tokyo time, UTC+09:00)" in line["text"]
        assert line["because"][0] == "you set their clock to Asia/Tokyo"


async def _correct(here: World, zone: str, country: str) -> None:
    await here.travel(minutes=91)
    (card,) = await here.cards()
    data = {"meeting": await _id_of(here, "Call one"), "kind": "pre_call_card", "v": 1}
    more = {"address": "aiko@northwindtraders.com", "zone": zone, "country": country}
    await here.control("tap", person=MIA.id, activity_id=card["id"], verb="correct_zone", data={**data, **more})


def _clock_of(told: Any) -> Any:
    (group,) = [one for one in told["groups"] if one["title"] == "Whose clock shows what"]
    return next(line for line in group["lines"] if line["text"].startswith("aiko@"))


async def test_what_was_agreed_last_time_is_quoted_from_the_calendar_which_has_no_page_to_open(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        (group,) = [one for one in (await _why(here))["groups"] if one["title"] == "Last time"]
        (source,) = group["lines"][0]["sources"]
        assert source["quote"] == "Mia sends the plan · Aiko names a contact"
        assert source["title"] == "Call earlier" and source["url"] is None
        assert source["seen_at"] == "2026-11-16T11:00:00Z"


async def test_customs_name_whom_a_country_is_stated_for_and_the_guides_behind_each_line(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await _correct(here, "Asia/Tokyo", "Japan")
        groups = {one["title"]: one["lines"] for one in (await _why(here))["groups"]}
        stated, *lines = groups["How meetings with them often go"]
        assert stated["text"].startswith("Japan is stated for aiko@")
        assert stated["because"] == ["you set their clock to Asia/Tokyo"]
        cues = [line for line in lines if line["text"].startswith("Japan: ")]
        assert cues and all(source["url"].startswith("http") for line in cues for source in line["sources"])
        assert all(line["sources"] for line in cues)
        assert lines[-1]["text"] == "A tendency in the country; people differ."


async def test_a_holiday_of_theirs_says_how_their_clock_is_known(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await _correct(here, "Asia/Tokyo", "Japan")
        groups = {one["title"]: one["lines"] for one in (await _why(here))["groups"]}
        rest = next(line for line in groups["What to look out for"] if "Labor Thanksgiving Day" in line["text"])
        assert rest["because"] == [
            "aiko@northwindtraders.com: you set their clock to Asia/Tokyo",
            "the weekends and public holidays of Japan",
        ]


async def test_every_line_says_why_and_nothing_on_it_is_left_in_code(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here))
        told = await _why(here)
        bare = [line["text"] for line in _lines(told) if not line["because"] and not line["sources"]]
        assert bare == []
        assert "{" not in str([line["text"] for line in _lines(told)])
        assert json.loads(json.dumps(told)) == told


async def test_the_reasons_are_in_the_language_of_the_person(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.connection.execute("UPDATE companion.person SET language = 'de-DE'")
        told = await _why(here)
        assert told["groups"][0]["title"] == "Der Termin"
        assert "so steht es in Ihrem Kalender" in str(told)
        assert "it stands so in your calendar" not in str(told)


@pytest.mark.parametrize("unknown", ["no-such-meeting", "", "\x00", "x" * 3000])
async def test_an_unknown_meeting_is_refused_with_a_sentence(start: Callable[..., Any], unknown: str) -> None:
    async with start(SOON) as here:
        with pytest.raises(Refused, match="not in your calendar any more"):
            await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), unknown)


async def test_a_meeting_that_gets_no_card_is_refused_and_nothing_of_it_is_told(start: Callable[..., Any]) -> None:
    private = event("one", AT_TWO, more="CLASS:PRIVATE")
    async with start(private) as here:
        meeting = next(one["id"] for one in await here.week())
        with pytest.raises(Refused, match="gets no card") as refusal:
            await explain_card(here.companion.hands, here.tenant_id, PersonId(MIA.id), meeting)
        assert "Call one" not in str(refusal.value)


async def test_a_line_of_the_agenda_that_would_wound_says_why_and_is_told_whole(start: Callable[..., Any]) -> None:
    agenda = "DESCRIPTION:Agenda:\\n1. Roll-out\\n2. Example of what a backup is for: the roof that collapsed over the cold store"
    async with start(KNOWN, event("one", AT_TWO, more=agenda), sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here))

        async def is_told() -> Any:
            return next((line for line in _lines(await _why(here)) if "of the agenda" in line["text"]), None)

        line = await here.wait_for(is_told)
        assert line["because"] == ["it stands in what you bring along, and close to the news below"]
        assert line["sources"][0]["url"] == "https://northwindtraders.com/news/porto.html"
        assert not line["text"].endswith("…") and "8 October 2026" in line["text"]
