"""Only addresses that a browser and we read alike can be opened from a card."""

from __future__ import annotations

import pytest

from sidecar.domain.wording.links import openable


@pytest.mark.parametrize(
    "url",
    [
        "https://[x", "https://evil.example\\@good.example/", "https://good.example@evil.example/", "javascript:alert(1)",
        "//evil.example",
        "data:text/html,x",
        "https://", "https://good.example/\u202egnp.exe", "https://good.example/" + "a" * 2000, "", None,
        "https://good.example:99999/", "https://good.example/a b\n",
    ],
)  # fmt: skip
def test_what_may_be_read_in_two_ways_is_no_link(url: str | None) -> None:
    assert openable(url) is None


def test_a_plain_address_is_one() -> None:
    assert openable("https://northwindtraders.com/news/porto.html?x=1#top") is not None
