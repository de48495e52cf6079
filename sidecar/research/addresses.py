"""What may be read at all: which numbers are public, and which URLs name a public site."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

from yarl import URL

from sidecar.research.page import NotFetched

LONGEST_URL: Final = 2048
PORTS: Final = frozenset({80, 443})

_INSIDE_4: Final = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "168.63.129.16/32",
    )
)  # fmt: skip
"""https://www.iana.org/assignments/iana-ipv4-special-registry, multicast and reserved, and the address at which Azure's
own platform answers from inside every machine: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16"""

_PUBLIC_6: Final = IPv6Network("2000::/3")
_INSIDE_6: Final = tuple(IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
"""Special blocks within the public ones: https://www.iana.org/assignments/iana-ipv6-special-registry. 6to4 and Teredo carry
an IPv4 address inside and serve no company's site."""
_NAT64: Final = IPv6Network("64:ff9b::/96")

_INSIDE_NAMES: Final = frozenset({
    "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "onion", "invalid",
})  # fmt: skip
"""Last labels that never belong to a public site: https://www.iana.org/assignments/special-use-domain-names and names that
networks use inside."""

_LABEL: Final = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_FORBIDDEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")


def is_public(number: str) -> bool:
    """Whether a numeric address can be a public site. What is no canonical address is not. IPv4 inside IPv6 counts as
    the IPv4 it is; only where a network itself translates (64:ff9b::/96) or maps may that be a public one."""
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_4(address)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return _is_public_4(address.ipv4_mapped)
    if address in _NAT64:
        return _is_public_4(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _PUBLIC_6 and not any(address in network for network in _INSIDE_6)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _INSIDE_4)


def checked(text: str, allow_loopback: frozenset[str] = frozenset()) -> URL:
    """The URL as it will be asked for: host in lower-case ASCII without a trailing dot, no fragment.

    `allow_loopback`: loopback origins (`127.0.0.1:8080`) that may be read all the same. Raises NotFetched.
    """
    url = _parsed(text)
    host = _host(url)
    url = url.with_host(host).with_fragment(None)
    if url.raw_path == "/":
        url = url.with_path("/", keep_query=True)
    if origin_of(url) in allow_loopback:
        return url
    if url.port not in PORTS:
        raise NotFetched("port", f"{_shown(host)}: port {url.port} is no web site's; only 80 and 443 are read.")
    if _is_number(host):
        if not is_public(host):
            raise NotFetched("inside", f"{_shown(host)} is not a public address; give the company's own web site.")
    elif "." not in host or host.rpartition(".")[2] in _INSIDE_NAMES:
        raise NotFetched("inside", f"{_shown(host)} is a name of an inside network; give the company's own web site.")
    return url


def next_hop(url: URL, location: str, allow_loopback: frozenset[str] = frozenset()) -> URL:
    """Where a redirect leads, checked like any URL. Raises NotFetched, also where it would leave a protected connection."""
    readable = location.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip(" \t")
    if not readable or "\\" in readable:
        raise NotFetched("not_http", f"{url.host} sends readers on without saying where; open the page yourself.")
    try:
        target = checked(str(url.join(URL(readable))), allow_loopback)
    except ValueError as error:
        raise NotFetched("address", f"{url.host} sends readers on to what is no address; open the page yourself.") from error
    if url.scheme == "https" and target.scheme == "http":
        raise NotFetched("redirects", f"{url.host} sends readers on to an unprotected page; open it yourself.")
    return target


def origin_of(url: URL) -> str:
    """Host and port, `[::1]:8080` with brackets for IPv6."""
    host = url.raw_host or ""
    return f"[{host}]:{url.port}" if ":" in host else f"{host}:{url.port}"


def checked_loopback(origins: frozenset[str]) -> frozenset[str]:
    """The origins, every one of which must be a numeric loopback address with a port. Raises ValueError."""
    for origin in origins:
        host, _, port = origin.rpartition(":")
        if not ip_address(host.strip("[]")).is_loopback or not port.isdecimal():
            raise ValueError(f"{origin} is no loopback address with a port")
    return origins


def _parsed(text: str) -> URL:
    if len(text) > LONGEST_URL:
        raise NotFetched("address", f"The address is longer than {LONGEST_URL} characters; give a shorter one.")
    if _FORBIDDEN.search(text):
        raise NotFetched("address", f"{_shown(text)} has blanks, control characters or backslashes; write them as %XX.")
    try:
        url = URL(text)
        scheme, authority, port = url.scheme, urlsplit(text).netloc, url.port
    except ValueError as error:
        raise NotFetched("address", f"{_shown(text)} is no web address; it should look like https://example.com.") from error
    if scheme not in {"http", "https"}:
        raise NotFetched("scheme", f"{_shown(text)} is neither http nor https; only these are read.")
    if not url.raw_host or port is None or ("[" in authority and ":" not in url.raw_host):
        raise NotFetched("address", f"{_shown(text)} names no host; it should look like https://example.com.")
    if "@" in authority:
        raise NotFetched("address", f"{_shown(url.raw_host or '')}: an address with a user name in it is not read; leave it out.")
    return url


def _host(url: URL) -> str:
    host = (url.raw_host or "").lower()
    if ":" in host:
        try:
            return str(IPv6Address(host))
        except ValueError as error:
            raise NotFetched("address", f"{_shown(host)} is no address of a host; give the site by its name.") from error
    host = host.removesuffix(".")
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise NotFetched("address", f"{_shown(host)} is no name a site can have; check the spelling.")
    if _NUMBER.fullmatch(labels[-1]) and not _is_number(host):
        raise NotFetched("inside", f"{_shown(host)} is a number in disguise; give the company's own web site by its name.")
    return host


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _shown(text: str) -> str:
    """Foreign text, fit for one line of ours."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return plain if len(plain) <= 80 else f"{plain[:77]}..."
