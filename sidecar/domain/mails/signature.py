"""What somebody's signature plainly states. Nothing is derived from a name, nor from signatures in quoted history."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sidecar.domain.mails.mail import Mail
from sidecar.domain.mails.signature_block import COMPANY, SHARED_BOXES, TITLE, block_of, is_name, names_of, words_of
from sidecar.domain.mails.signature_phones import Phone, phones_in
from sidecar.domain.places.postal import PostalAddress, addresses_in, towns_in

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a signature states. Lines are exact quotes; None and empty where it does not say."""

    lines: tuple[str, ...]
    name: str | None = None
    title: str | None = None
    company: str | None = None
    phones: tuple[Phone, ...] = ()
    addresses: tuple[PostalAddress, ...] = ()


def signature_of(mail: Mail, senders: Collection[str] = ()) -> Signature | None:
    """The sender's own signature under a mail, or None where none is surely theirs. At most 12 lines are looked at.

    `senders`: who else writes mails; a block with the address of one of them is theirs, whatever name stands in it.
    """
    block = block_of(mail)
    if not block or _is_somebody_elses(block, mail, senders):
        return None
    lines = tuple(line for line in block if line)
    names = names_of(mail)
    first = tuple(phones_in(lines, None, names))
    addresses = addresses_in(lines, [phone.country for phone in first if phone.country])
    addresses = addresses or _towns(lines, names)
    countries = {address.country for address in addresses}
    phones = first if len(countries) != 1 else tuple(phones_in(lines, countries.pop(), names))
    name = next((line for line in lines if is_name(line, names)), None)
    title, company = _position(lines)
    return Signature(lines=lines, name=name, title=title, company=company, phones=_once(phones), addresses=addresses)


def _is_somebody_elses(block: Sequence[str], mail: Mail, senders: Collection[str]) -> bool:
    """Whether the block's own mail addresses say that it is not the sender's."""
    found = {address.lower() for line in block for address in _ADDRESS.findall(line)}
    if not found or mail.sender in found:
        return False
    if any(address in senders for address in found):
        return True
    own_box, _, own_domain = mail.sender.partition("@")
    at_home = [address.partition("@")[0] for address in found if address.partition("@")[2] == own_domain]
    if not at_home:
        return True
    own = set(re.findall(r"[^\W\d_]{3,}", own_box)) | {word for word in words_of(mail.sender_name) if len(word) > 2}
    return not any(box in SHARED_BOXES or any(word in box for word in own) for box in at_home)


def _towns(lines: Sequence[str], names: set[str]) -> tuple[PostalAddress, ...]:
    """Towns that stand alone, where a phone number in the same signature belongs to their country."""
    found = towns_in([line for line in lines if not is_name(line, names)])
    countries = {one.country for one in found}
    if len(countries) != 1:
        return ()
    return found if countries <= {phone.country for phone in phones_in(lines, next(iter(countries)), names)} else ()


def _once(phones: Sequence[Phone]) -> tuple[Phone, ...]:
    return tuple({phone.number: phone for phone in reversed(phones)}.values())[::-1]


def _position(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The part that states a position and the part with a legal form, each as it stands."""
    title = company = None
    for line in lines:
        if _ADDRESS.search(line) or sum(sign.isdigit() for sign in line) > 4 or len(line) > 110:
            continue
        for part in re.split(r"(?:(?<!\s)\s+)?(?:[|•·;]|,(?! (?:Inc|LLC|Ltd|S\.)))\s*|(?<!\s)\s+[–—-]\s+", line):
            if company is None and COMPANY.search(part) and len(part.split()) > 1:
                company = part.strip("* ")
            elif title is None and TITLE.search(part) and len(part.split()) <= 8:
                title = part.strip("* ")
    return title, company
