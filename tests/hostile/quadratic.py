"""Files with patterns that take longer than 0.05 s for a hundred thousand letters made for them, and how many each has.

None is exponential; each answers in time about as much text as one line, name or sentence may have. The numbers may only fall.
"""

from __future__ import annotations

from typing import Final

QUADRATIC: Final = {
    "sidecar/domain/apps/app_address.py": 1,
    "sidecar/domain/briefs/wishes.py": 1,
    "sidecar/domain/companies/deck_names.py": 2,
    "sidecar/domain/followups/draft_blocks.py": 1,
    "sidecar/domain/followups/gate.py": 1,
    "sidecar/domain/followups/proof.py": 1,
    "sidecar/domain/mails/mail_promises.py": 1,
    "sidecar/domain/mails/mail_sentences.py": 1,
    "sidecar/domain/mails/signature_block.py": 2,
    "sidecar/domain/mails/signature_phones.py": 2,
    "sidecar/domain/meetings/meeting_place.py": 1,
    "sidecar/domain/places/postal.py": 8,
    "sidecar/domain/times/due_words.py": 1,
    "sidecar/domain/transcripts/recap_findings.py": 1,
    "sidecar/domain/wording/placeholders.py": 1,
    "sidecar/domain/wording/quoted.py": 3,
    "sidecar/knowledge/orders.py": 2,
    "sidecar/research/site_name_shapes.py": 4,
    "sidecar/research/site_notices.py": 1,
    "sidecar/research/site_offer.py": 2,
    "sidecar/research/site_own_words.py": 2,
    "sidecar/research/site_place_owner.py": 1,
    "sidecar/research/site_place_shapes.py": 3,
    "sidecar/research/site_style.py": 1,
    "sidecar/telemetry/logs.py": 1,
    "sidecar/writer/details.py": 1,
    "sidecar/writer/orders.py": 2,
}

SLOW_LINES: Final = {
    "sidecar/domain/meetings/meeting_place.py": 1,
    "sidecar/domain/wording/quoted.py": 1,
    "sidecar/research/site_name_shapes.py": 2,
    "sidecar/research/site_place_shapes.py": 2,
    "sidecar/writer/orders.py": 1,
}
"""Those that take longer than 0.05 s, and less than 0.5 s, for one line of a thousand letters."""
