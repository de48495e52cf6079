"""What a person wishes, as fields to fill in; a change holds at once for everything that is planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sidecar.domain.briefs.wishes import NotAWish, with_changes
from sidecar.domain.cards.settings_card import fields_of, label_of
from sidecar.domain.meetings.meeting import PersonId, TenantId
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.share_counts import note_sharing
from sidecar.flows.watching.plan_anew import plan_anew
from sidecar.store.database import Session
from sidecar.words import Words, best_language

SHARING = "share_counts"


class SettingRefused(Refused):
    """A setting that cannot be used. `field` is its id, `why` a sentence in the person's language."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


async def settings_fields(hands: Hands, tenant: TenantId, person: PersonId, language: str = "en") -> list[dict[str, Any]]:
    """Every setting with its value, label, hint and limits, in the person's language. Raises Refused, in `language`, for nobody
    we know."""
    async with hands.database.transaction(tenant) as session:
        known = await known_person(hands, session, tenant, person)
        return await fields_now(hands, session, _somebody(known, language))


async def change_settings(
    hands: Hands, tenant: TenantId, person: PersonId, changes: Mapping[str, object], language: str = "en"
) -> list[dict[str, Any]]:
    """Keep the changes, all or none, and plan every coming meeting anew; the fields as they are then.

    Raises SettingRefused naming the first that cannot be used, and Refused, in `language`, for nobody we know.
    """
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        known = _somebody(await known_person(hands, session, tenant, person), language)
        return await change_within(hands, session, known, changes)


async def change_within(hands: Hands, session: Session, known: Known, changes: Mapping[str, object]) -> list[dict[str, Any]]:
    """The same in an open transaction that holds the person. Raises SettingRefused."""
    row = await session.row("person", known.tenant, known.person)
    kept = row["preferences"] if row else {}
    try:
        after = with_changes(kept, changes)
    except NotAWish as error:
        why = known.words.say(error.reason.key, **error.reason.args)
        said = known.words.say("bot-settings-problem", label=label_of(error.field, known.words), why=why)
        raise SettingRefused(error.field, said) from None
    if after != kept:
        await session.run("set_preferences", known.tenant, known.person, after)
        if SHARING in changes:
            await note_sharing(session, known.tenant, known.person, bool(after[SHARING]))
        await plan_anew(hands, session, known)
    return await fields_now(hands, session, await known_person(hands, session, known.tenant, known.person) or known)


async def fields_now(hands: Hands, session: Session, known: Known) -> list[dict[str, Any]]:
    """Every setting as it is stored now."""
    row = await session.row("person", known.tenant, known.person)
    return fields_of(row["preferences"] if row else {}, hands.lead, hands.budget, known.words, has_feed=bool(hands.tab))


def _somebody(known: Known | None, language: str) -> Known:
    if known is None:
        raise Refused(Words(best_language(language)).say("tap-meeting-unknown"))
    return known
