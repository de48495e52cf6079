"""The model over HTTP, against a server that fails in every way we know: the sentences come all the same, and on time."""

from __future__ import annotations

import asyncio
import gzip
import json
from datetime import timedelta
from email.utils import format_datetime

import pytest

from sidecar.writer.endpoint import RESTS_FOR
from sidecar.writer.model import ModelWriter
from tests.writer.conftest import ADATUM, GOOD, NOW, Hand, is_plain, new_writer, write
from tests.writer.model_server import (
    Answering,
    ModelServer,
    claiming,
    completion,
    cut_after,
    dripping,
    endless,
    failing,
    model_server,
    raw,
    saying,
    silent,
    without_format,
)


async def test_a_proven_sentence_is_shown_with_the_words_of_its_source(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [claiming(GOOD)]
    written = await write(writer)
    assert [(claim.text, claim.source_id) for claim in written.claims] == [(GOOD["text"], ADATUM.id)]
    assert written.claims[0].quote == "In March 2026 we opened our second plant in Lisbon"
    assert written.how == "model"
    assert server.asked[0]["response_format"]["type"] == "json_schema"
    assert server.headers[0]["Authorization"] == "Bearer k-1"


async def test_the_model_is_given_no_tools_no_address_and_no_secret(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [claiming(GOOD)]
    await write(writer)
    assert server.asked[0].keys() == {"model", "messages", "response_format", "max_completion_tokens"}
    assert "https://" not in json.dumps(server.asked[0]["messages"]) and "k-1" not in json.dumps(server.asked[0])


@pytest.mark.parametrize("around", ["```json\n{}\n```", "<think>{hm}</think> Sure! {}", "{}\nI hope this helps.", "  {}"])
async def test_json_is_found_inside_whatever_a_model_wraps_it_in(server: ModelServer, writer: ModelWriter, around: str) -> None:
    server.script = [claiming(GOOD, around=around)]
    assert (await write(writer)).how == "model"


@pytest.mark.parametrize("status", [401, 403])
async def test_a_refused_key_is_said_once_and_not_tried_again_for_a_while(
    server: ModelServer, hand: Hand, writer: ModelWriter, status: int
) -> None:
    server.script = [failing(status), claiming(GOOD)]
    assert is_plain(await write(writer), "reason-model-key-refused")
    assert is_plain(await write(writer), "reason-model-resting")
    assert len(server.asked) == 1
    hand.at += RESTS_FOR
    assert (await write(writer)).how == "model"


async def test_an_unknown_model_is_said_and_sentences_come_from_templates(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [failing(404, code="model_not_found")]
    assert is_plain(await write(writer), "reason-model-unknown")


@pytest.mark.parametrize(
    ("header", "waited"), [("2", 2.0), ("0", 0.0), ("1.5", 1.5), (format_datetime(NOW + timedelta(seconds=3)), 3.0)]
)
async def test_a_wait_that_fits_the_deadline_is_kept(
    server: ModelServer, hand: Hand, writer: ModelWriter, header: str, waited: float
) -> None:
    server.script = [failing(429, Retry_After=header), claiming(GOOD)]
    assert (await write(writer)).how == "model"
    assert hand.pauses == [waited]


@pytest.mark.parametrize("header", ["31", "999999999999", "soon", "", "nan", "inf", "-", "Mon, 99 Nov 2026 99:00:00 GMT"])
@pytest.mark.parametrize("status", [429, 503])
async def test_a_wait_that_is_too_long_or_no_wait_at_all_means_templates(
    server: ModelServer, hand: Hand, writer: ModelWriter, header: str, status: int
) -> None:
    server.script = [failing(status, Retry_After=header), claiming(GOOD)]
    assert is_plain(await write(writer), "reason-model-busy")
    assert hand.pauses == []


async def test_an_endpoint_that_always_says_wait_is_not_asked_for_ever(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [failing(429, Retry_After="0")]
    assert is_plain(await write(writer), "reason-model-busy")
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 422, 500, 501])
async def test_formats_are_given_up_one_by_one_and_the_one_that_works_is_kept(
    server: ModelServer, writer: ModelWriter, status: int
) -> None:
    server.script = [without_format("json_schema", status=status, then=claiming(GOOD))]
    assert (await write(writer)).how == "model"
    assert (await write(writer)).how == "model"
    assert [body["response_format"]["type"] for body in server.asked] == ["json_schema", "json_object", "json_object"]


async def test_a_server_without_any_format_answers_in_text(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [without_format("json_schema", "json_object", status=400, then=claiming(GOOD, around="Here: {}"))]
    assert (await write(writer)).how == "model"
    assert "response_format" not in server.asked[-1] and len(server.asked) == 3


async def test_a_server_that_fails_in_every_format_leaves_the_templates(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [failing(500)]
    assert is_plain(await write(writer), "reason-model-failed")
    assert len(server.asked) == 3


@pytest.mark.parametrize(("status", "note"), [(502, "failed"), (504, "failed"), (418, "failed"), (302, "failed")])
async def test_other_failures_are_not_tried_again(server: ModelServer, writer: ModelWriter, status: int, note: str) -> None:
    server.script = [failing(status, Location="http://127.0.0.1:9/elsewhere")]
    assert is_plain(await write(writer), f"reason-model-{note}")
    assert len(server.asked) == 1


async def test_a_content_filter_is_a_refusal_and_not_a_matter_of_format(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [failing(400, code="content_filter")]
    assert is_plain(await write(writer), "reason-model-refused")
    assert len(server.asked) == 1


GARBAGE: dict[str, Answering] = {
    "no json": raw(b"<html>"),
    "empty": raw(b""),
    "half a utf-8": raw(b'{"choices": "\xff\xfe'),
    "null": raw(b"null"),
    "a list": raw(b"[1]"),
    "deep": raw(b"[" * 100_000),
    "no choices": raw(b"{}"),
    "empty choices": raw(b'{"choices": []}'),
    "choices of numbers": raw(b'{"choices": [1]}'),
    "choices is text": raw(b'{"choices": "many"}'),
    "message is null": raw(b'{"choices": [{"message": null}]}'),
    "content is null": saying(None),
    "content is empty": saying("  "),
    "content is a list": saying([{"type": "text", "text": "x"}]),
    "content is prose": saying("I would rather talk about the weather."),
    "cut json": saying('{"claims": [{"text": "Their sec'),
    "deep content": saying('{"claims":' + "[" * 50_000),
    "many braces": saying("{" * 50_000),
    "claims is text": saying('{"claims": "none"}'),
    "claims is null": saying('{"claims": null}'),
    "other shape": saying('{"sentences": ["x"]}'),
    "an event stream": raw(b"data: {}\n\ndata: [DONE]\n\n", content_type="text/event-stream"),
}


@pytest.mark.parametrize("kind", GARBAGE)
async def test_what_cannot_be_read_leaves_the_templates(server: ModelServer, writer: ModelWriter, kind: str) -> None:
    server.script = [GARBAGE[kind]]
    assert is_plain(await write(writer), "reason-model-unreadable")


@pytest.mark.parametrize("claims", ["[]", "[1, null]", '[{"text": 1, "source_id": 2, "quote": 3}]', '[{"text": "x"}]'])
async def test_a_list_without_one_proper_claim_leaves_the_templates(
    server: ModelServer, writer: ModelWriter, claims: str
) -> None:
    server.script = [saying('{"claims": ' + claims + "}")]
    assert is_plain(await write(writer))


@pytest.mark.parametrize(
    "answer",
    [saying(None, refusal="I cannot help with that."), saying("", finish="content_filter")],
)
async def test_a_refusal_leaves_the_templates(server: ModelServer, writer: ModelWriter, answer: Answering) -> None:
    server.script = [answer]
    assert is_plain(await write(writer), "reason-model-refused")


@pytest.mark.parametrize("sent", [1, 40, 200])
async def test_an_answer_cut_in_the_middle_leaves_the_templates(server: ModelServer, writer: ModelWriter, sent: int) -> None:
    server.script = [cut_after(sent, [GOOD])]
    assert is_plain(await write(writer), "reason-model-unreachable")


@pytest.mark.parametrize(
    "body", [b" " * 10_000_000, json.dumps(completion("x" * 10_000_000)).encode()], ids=["spaces", "letters"]
)
async def test_ten_megabytes_are_not_read(server: ModelServer, writer: ModelWriter, body: bytes) -> None:
    server.script = [raw(body)]
    assert is_plain(await write(writer), "reason-model-too-long")


async def test_an_answer_without_end_is_not_read_to_its_end(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [endless(b" " * 10_000)]
    assert is_plain(await write(writer), "reason-model-too-long")


async def test_a_packed_answer_is_not_unpacked(server: ModelServer, writer: ModelWriter) -> None:
    server.script = [raw(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")]
    assert is_plain(await write(writer), "reason-model-too-long")


@pytest.mark.parametrize("slow", [silent, dripping])
async def test_a_slow_model_costs_no_more_than_the_deadline(server: ModelServer, hand: Hand, slow: object) -> None:
    assert callable(slow)
    server.script = [claiming(GOOD), slow(server)]
    writer = new_writer(server, hand, seconds=0.4)
    await writer.endpoint.warm()
    loop = asyncio.get_running_loop()
    await write(writer)
    began = loop.time()
    assert is_plain(await write(writer), "reason-model-slow")
    assert loop.time() - began < 5
    await writer.endpoint.close()


async def test_nobody_listening_leaves_the_templates(hand: Hand) -> None:
    async with model_server() as server:
        pass
    writer = new_writer(server, hand)
    assert is_plain(await write(writer), "reason-model-unreachable")
    await writer.endpoint.close()


@pytest.mark.parametrize("address", ["", "not an address", "http://", "ftp://127.0.0.1/v1", "http://127.0.0.1:99999/v1"])
async def test_an_impossible_address_is_asked_nothing(hand: Hand, server: ModelServer, address: str) -> None:
    server.base_url = address
    assert is_plain(await write(new_writer(server, hand)), "reason-model-unknown")


@pytest.mark.parametrize("key", ["schlüssel", "two\nlines"])
async def test_a_key_that_no_header_can_carry_is_not_sent(hand: Hand, server: ModelServer, key: str) -> None:
    assert is_plain(await write(new_writer(server, hand, key=key)), "reason-model-key-refused")
    assert not server.asked
