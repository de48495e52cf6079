"""What a page marks up for machines: schema.org in JSON-LD, microdata and RDFa, of the site's own organisation only.

Reviews, customers, partners, publishers of elsewhere and authors are somebody else's data and are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from sidecar.domain.meetings.client import organisation_of
from sidecar.research.site_rdfa import rdfa_of
from sidecar.research.site_text import Seen

DEEPEST: Final = 12
MOST_NODES: Final = 3000

_ORGANISATION = re.compile(
    r"(?:Organi[sz]ation|Corporation|Business|Store|Shop|Restaurant|Hotel|LodgingBusiness"
    r"|Dentist|Physician|Clinic|Hospital|Attorney"
    r"|LegalService|NGO|School|University|CollegeOrUniversity|Airline|Consortium|Service$|Agent|Agency|Contractor|Bakery|Brewery"
    r"|Winery|CafeOrCoffeeShop|Library|Museum|Pharmacy|BankOrCreditUnion|Dealer|Repair|Electrician|Plumber|Project|Brand"
    r"|Florist|Salon|Spa|Locksmith|HousePainter|Company|Notary|Establishment|BarOrPub|Distillery|Campground|BedAndBreakfast|Motel"
    r"|Hostel|Resort|Optician|Optometric|VeterinaryCare|HealthClub|ExerciseGym|GolfCourse|Theater|NightClub|RadioStation"
    r"|SelfStorage|Center|ChildCare|DryCleaningOrLaundry|Preschool|GasStation|AutoWash|Parlor|Rental|LodgingBusiness|Office)$"
)
_NO_ORGANISATION: Final = frozenset({"Service", "DeliveryService", "BroadcastService", "Brand", "WebSite", "FinancialProduct"})
_SOMEBODY_ELSE: Final = frozenset({
    "review", "reviews", "author", "customer", "client", "member", "memberof", "affiliation", "alumniof", "worksfor", "sponsor",
    "funder", "brand", "manufacturer", "hiringorganization", "performer", "organizer", "creator", "sourceorganization",
    "contributor", "mentions", "parentorganization", "award", "knowsabout", "recognizedby", "productioncompany", "employee",
    "comment", "reviewedby", "citation", "recipient", "actor", "director", "bycompany", "bypartner", "provider", "owner",
    "accountablePerson".lower(), "isbasedon", "video", "event", "events", "ownershipfundinginfo", "areaserved", "joblocation",
    "itemlistelement", "hasoffercatalog", "offers", "makesoffer", "sdpublisher", "copyrightholder", "subjectof", "seller",
    "itemoffered", "workfeatured", "suborganization", "department",
})  # fmt: skip
_OFFERED: Final = frozenset({"Product", "Service", "SoftwareApplication", "ProductGroup"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing that the page describes. `path`: the properties on the way to it; `is_own`: its addresses are this site's."""

    data: Mapping[str, Any]
    types: frozenset[str]
    path: tuple[str, ...]
    is_own: bool

    def text(self, name: str) -> str | None:
        """A property as plain text on one line."""
        return plain(self.data.get(name))


def plain(value: Any) -> str | None:
    """Text of a property, the first of several, without markup; None for anything that is no text."""
    if isinstance(value, list):
        return next((text for one in value if (text := plain(one))), None)
    if isinstance(value, Mapping):
        return plain(value.get("@value") or value.get("name"))
    if not isinstance(value, str):
        return None
    import html

    return " ".join(re.sub(r"<[^<>]{0,500}>", " ", html.unescape(value)).split()) or None


@lru_cache(maxsize=1024)
def site_of(url: str) -> str:
    """The registrable domain of an address; for shared hosts and numbers, the host."""
    host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    return organisation_of(f"x@{host}").rpartition("@")[2] if host else ""


def things(page: Seen) -> list[Node]:
    """Everything that a page describes, its own organisations told by their addresses. Broken markup tells nothing."""
    documents = [*_json_ld(page), *_microdata(page), *rdfa_of(page.html)]
    own = site_of(page.url)
    found = []
    for data, path in _walked(documents):
        kinds = {str(kind).rpartition("/")[2].rpartition(":")[2] for kind in _listed(data.get("@type"))}
        found.append(Node(data=data, types=frozenset(kinds), path=path, is_own=_is_own(data, own)))
        if len(found) >= MOST_NODES:
            break
    return found


def _json_ld(page: Seen) -> Iterator[Any]:
    for text in page.json_ld:
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            yield from _mended(text)


def _mended(text: str) -> list[Any]:
    """Comments, CDATA and stray commas, which extruct forgives."""
    from extruct.jsonld import JsonLdExtractor

    script = f'<html><body><script type="application/ld+json">{text}</script></body></html>'
    try:
        return list(JsonLdExtractor().extract(script))
    except (ValueError, RecursionError, TypeError, AttributeError):
        return []


def _microdata(page: Seen) -> list[Any]:
    if "itemscope" not in page.html:
        return []
    from extruct import extract

    try:
        found = extract(page.html, base_url=page.url, syntaxes=["microdata"], uniform=True, errors="ignore")
    except (ValueError, RecursionError, TypeError, AttributeError, AssertionError):
        return []
    return list(found.get("microdata", []))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _walked(documents: list[Any]) -> Iterator[tuple[Mapping[str, Any], tuple[str, ...]]]:
    """Every object with its way there; references (`@id`) lead to what they name, once."""
    named: dict[str, Mapping[str, Any]] = {}
    _gather_ids(documents, named, 0)
    stack: list[tuple[Any, tuple[str, ...]]] = [(document, ()) for document in reversed(documents)]
    while stack:
        value, path = stack.pop()
        if len(path) > DEEPEST:
            continue
        if isinstance(value, list):
            stack.extend((one, path) for one in reversed(value))
        elif isinstance(value, Mapping):
            if "@type" in value:
                yield value, path
            elif "@id" in value and len(value) == 1 and (whole := named.get(str(value["@id"]))) and path:
                yield whole, path
            stack.extend(
                (inner, path if key == "@graph" else (*path, key.lower()))
                for key, inner in reversed(list(value.items()))
                if isinstance(inner, list | Mapping)
            )


def _gather_ids(value: Any, named: dict[str, Mapping[str, Any]], depth: int) -> None:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            _gather_ids(one, named, depth + 1)
    elif isinstance(value, Mapping):
        if "@id" in value and len(value) > 1:
            named.setdefault(str(value["@id"]), value)
        for inner in value.values():
            if isinstance(inner, list | Mapping):
                _gather_ids(inner, named, depth + 1)


def _addresses_of(data: Mapping[str, Any]) -> list[str]:
    found = []
    for name in ("url", "@id", "mainEntityOfPage", "logo", "image"):
        for one in _listed(data.get(name)):
            text = one.get("url") or one.get("contentUrl") or one.get("@id") if isinstance(one, Mapping) else one
            if isinstance(text, str) and re.match(r"(?:https?:)?//", text):
                found.append(text)
            elif isinstance(text, str) and name == "url" and re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+/?", text):
                found.append(f"//{text}")
    return found


def _is_own(data: Mapping[str, Any], own: str) -> bool:
    """Its address is on this site; one that gives `sameAs` alone may name the site there."""
    addresses = _addresses_of(data)
    same = [one for one in _listed(data.get("sameAs")) if isinstance(one, str)]
    return bool(own) and any(site_of(one) == own for one in (*addresses, *same))


def is_elsewhere(node: Node) -> bool:
    """It says itself that its home is another site's."""
    return not node.is_own and any(
        isinstance(one, str) and re.match(r"https?://", one) and "schema.org" not in one for one in _listed(node.data.get("url"))
    )


def is_organisation(node: Node) -> bool:
    """Whether it is an organisation of whatever kind."""
    return any(_ORGANISATION.search(kind) and kind not in _NO_ORGANISATION for kind in node.types)


def own_organisations(nodes: list[Node]) -> list[Node]:
    """The organisations whose site this is, the surest first: with an address here, then those that name none.

    Where a page describes nobody but who provides a service of the site, that is it.
    """
    told = [node for node in nodes if is_organisation(node) and (node.text("name") is not None or "address" in node.data)]
    told = [node for node in told if not is_elsewhere(node)]
    found = [node for node in told if _SOMEBODY_ELSE.isdisjoint(node.path)] or [
        node for node in told if node.path == ("provider",)
    ]
    return sorted(found, key=lambda node: (not node.is_own, len(node.path)))


def own_website(nodes: list[Node]) -> Node | None:
    """The description of the site itself."""
    sites = [node for node in nodes if "WebSite" in node.types and not is_elsewhere(node) and len(node.path) <= 2]
    return next(iter(sorted(sites, key=lambda node: (not node.is_own, len(node.path)))), None)


def is_article(page: Seen, nodes: list[Node]) -> bool:
    """Whether the page is an article, whose text is about something else than its publisher."""
    kinds = {kind for node in nodes if len(node.path) <= 1 for kind in node.types}
    return bool(kinds & {"Article", "NewsArticle", "BlogPosting", "Recipe", "ReportageNewsArticle", "TechArticle"}) or (
        page.metas.get("og:type", "").lower() in ("article", "news", "blog") and urlsplit(page.url).path.strip("/") != ""
    )


def offered(nodes: list[Node]) -> list[str]:
    """Names of products and services that the page describes as its own."""
    return [
        name
        for node in nodes
        if node.types & _OFFERED and not {"review", "mentions", "about"} & set(node.path) and (name := node.text("name"))
    ]
