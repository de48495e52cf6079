"""JSON as it is sent: read back it is the same, no side ever writes it larger than we counted, and its digest tells changes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sidecar.domain.wording.on_the_wire import digest, size, written

TEXT = st.text(alphabet=st.characters(), max_size=40)
"""Half surrogate pairs and all: names come from foreign calendars."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**80), 2**80) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(value=VALUES)
def test_what_is_written_is_read_back_as_it_was(value: object) -> None:
    """No letter is lost, none makes it fail."""
    assert json.loads(written(value)) == value


@given(value=VALUES)
def test_nobody_writes_it_larger_than_was_counted(value: object) -> None:
    """Whether the letters outside ASCII are escaped or not."""
    assert len(written(value)) <= size(value)
    assert len(json.dumps(value, separators=(",", ":"))) <= size(value)


@given(value=st.dictionaries(TEXT, VALUES, max_size=4))
def test_a_digest_is_of_what_is_there_and_not_of_its_order(value: dict[str, object]) -> None:
    """A card that is drawn again in another order is the same card; another word makes it another."""
    assert digest(value) == digest(dict(reversed(value.items())))
    assert digest(value) != digest({**value, "one more": 1})
