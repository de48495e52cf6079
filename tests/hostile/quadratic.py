"""Files with patterns that take longer than 0.05 s for a hundred thousand letters made for them, and how many each has.

None is exponential; each answers in time about as much text as one line, name or sentence may have. The numbers may only fall.
"""

from __future__ import annotations

from typing import Final

QUADRATIC: Final = {
    "sidecar/domain/followups/gate.py": 1,
    "sidecar/domain/followups/proof.py": 1,
    "sidecar/domain/places/postal.py": 2,
    "sidecar/domain/times/due_words.py": 1,
    "sidecar/knowledge/orders.py": 2,
    "sidecar/research/site_name_shapes.py": 2,
    "sidecar/research/site_place_shapes.py": 1,
    "sidecar/writer/details.py": 1,
}
