"""Nothing inside is ever reached, however it is named: over real sockets, with a server inside that must stay unasked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sidecar.research.addresses import checked, is_public
from sidecar.research.fetch import Fetcher
from sidecar.research.guard import GuardedResolver, GuardedSockets, InsideAddress, KnownHosts
from sidecar.research.page import NotFetched
from tests.research.conftest import CONTACT, Names, Opener, RawServer, raw

HELLO = "http://client.example/hello"

HOSTILE = [
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "https://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0x7f.1/",
    "http://0X7F000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.0.0.0x1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://127.0.0.1./",
    "http://127.1./",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://%31%32%37.0.0.1/",
    "http://10.0.0.5/",
    "http://172.16.3.4/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0xa9fea9fe/",
    "http://2852039166/",
    "http://168.63.129.16/machine",
    "http://192.0.0.192/opc/v2/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::127.0.0.1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/latest/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[v1.a]/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "http://localhost../",
    "http://app.localhost/",
    "http://printer.local/",
    "http://metadata/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://instance-data.ec2.internal/",
    "http://intranet/",
    "http://wiki.corp/",
    "http://1.0.0.127.in-addr.arpa/",
    "http://user@client.example/",
    "http://user:word@client.example/",
    "http://client.example@127.0.0.1/",
    "http://@client.example/",
    "http://client.example\\@127.0.0.1/",
    "http://client.example:22/",
    "http://client.example:3978/",
    "http://client.example:0/",
    "http://client.example:99999/",
    "http://client..example/",
    "http://-client.example/",
    "http://client example/",
    "http://client.example/\r\nHost: inside.example",
    "http://client.example/\x00",
    " http://client.example/",
    "http:///etc/passwd",
    "http:127.0.0.1",
    "//127.0.0.1/",
    "",
    "client.example",
    "file:///etc/passwd",
    "ftp://client.example/",
    "gopher://127.0.0.1:6379/_INFO",
    "data:text/html,hello",
    "javascript:alert(1)",
    "ws://client.example/",
    "view-source:http://client.example/",
    "http://" + "a" * 300 + ".example/",
    "http://client.example/" + "a" * 3000,
]

HARMLESS_AS_REDIRECTS = {
    "",
    "client.example",
    "http:127.0.0.1",
    "http:///etc/passwd",
    "http://@client.example/",
    " http://client.example/",
    "http://client example/",
    "http://client.example/\r\nHost: inside.example",
    "http://client.example/\x00",
}
"""Beside the page that sends them, these name a page of the same site, or no answer can carry them."""

INSIDE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "169.254.169.254",
    "172.16.0.1", "192.168.0.1", "192.0.0.1", "192.88.99.1", "198.19.0.1", "203.0.113.7", "224.0.0.251", "240.0.0.1",
    "255.255.255.255", "168.63.129.16", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::", "2001::7f00:1", "fe80::1", "fec0::1", "fc00::1", "fdff::1", "ff02::1",
    "100::1", "2001:db8::1", "3fff::1", "5f00::1",
]  # fmt: skip


@pytest.mark.parametrize("url", HOSTILE)
async def test_a_hostile_url_is_refused_before_anybody_is_asked(
    url: str, inside: RawServer, names: Names, opened: Opener
) -> None:
    names.default = ("127.0.0.1", inside.port)
    fetcher = await opened()
    with pytest.raises(NotFetched) as refused:
        await fetcher.get(url, client="client.example")
    assert refused.value.reason in {"address", "scheme", "port", "inside"}
    assert refused.value.why.isprintable()
    assert names.asked == []


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_url_is_refused_by_its_looks_alone(url: str) -> None:
    with pytest.raises(NotFetched):
        checked(url)


@pytest.mark.parametrize("location", [url for url in HOSTILE if url not in HARMLESS_AS_REDIRECTS] + ["http://inside.example/"])
async def test_a_redirect_to_a_hostile_place_is_refused(
    location: str, web: RawServer, inside: RawServer, names: Names, fetcher: Fetcher
) -> None:
    web.on("/hello", raw(f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nConnection: close\r\n\r\n".encode()))
    with pytest.raises(NotFetched):
        await fetcher.get(HELLO, client="client.example")
    assert web.paths() == ["/hello"]
    assert inside.connections == 0


@pytest.mark.parametrize("address", INSIDE)
async def test_a_name_that_leads_inside_is_never_connected_to(
    address: str, inside: RawServer, names: Names, fetcher: Fetcher
) -> None:
    names.answers["trap.example"] = [(address, inside.port)]
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://trap.example/", client="client.example")
    assert refused.value.reason == "inside"


async def test_one_inside_address_among_public_ones_spoils_the_answer(inside: RawServer, names: Names, fetcher: Fetcher) -> None:
    class Mixed(Names):
        async def resolve(self, *given: object) -> list:  # type: ignore[type-arg, override]
            return await names.resolve("public.example") + await names.resolve("inside.example")

    names.answers["public.example"] = [("93.184.216.34", 80)]
    async with await Fetcher.open(CONTACT, resolver=Mixed()) as guarded:
        with pytest.raises(NotFetched) as refused:
            await guarded.get("http://mixed.example/", client="client.example")
    assert refused.value.reason == "inside"


async def test_a_name_that_turns_inside_the_second_time_is_refused(
    web: RawServer, inside: RawServer, names: Names, fetcher: Fetcher
) -> None:
    web.page("/robots.txt", b"", content_type="text/plain")
    web.page("/")
    names.answers["turning.example"] = [("127.0.0.1", web.port), ("127.0.0.1", inside.port)]
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://turning.example/", client="client.example")
    assert refused.value.reason == "inside"
    assert [asked.path for asked in web.asked] == ["/robots.txt"]


async def test_a_robots_txt_that_leads_inside_is_not_followed(web: RawServer, inside: RawServer, fetcher: Fetcher) -> None:
    web.page("/robots.txt", status="301 Moved", location="http://inside.example/")
    with pytest.raises(NotFetched):
        await fetcher.get(HELLO, client="client.example")
    assert web.paths() == []


async def test_proxies_of_the_environment_are_not_used(
    web: RawServer, inside: RawServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{inside.port}")
    web.page("/hello")
    assert (await fetcher.get(HELLO, client="client.example")).status == 200


@pytest.mark.parametrize("address", INSIDE)
def test_no_socket_is_made_for_an_inside_address(address: str) -> None:
    family = 10 if ":" in address else 2
    with pytest.raises(InsideAddress):
        GuardedSockets()((family, 1, 6, "", (address, 80)))


@given(some.ip_addresses(v=4))
def test_what_python_calls_not_global_is_never_public_in_ipv4(address: IPv4Address) -> None:
    assert not is_public(str(address)) or (address.is_global and not address.is_multicast)


@given(some.ip_addresses(v=6) | some.ip_addresses(v=4).map(lambda four: IPv6Address(int(four) | 0xFFFF << 32)))
def test_what_python_calls_not_global_is_never_public_in_ipv6(address: IPv6Address) -> None:
    inner = address.ipv4_mapped or address
    assert not is_public(str(address)) or (inner.is_global and not inner.is_multicast)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(number: str) -> None:
    assert is_public(number)


@given(some.text(max_size=60))
def test_any_text_is_a_plain_public_url_or_refused(text: str) -> None:
    for given_text in (text, f"http://{text}", f"http://{text}/"):
        try:
            url = checked(given_text)
        except NotFetched:
            continue
        host = url.raw_host or ""
        assert url.scheme in {"http", "https"} and url.port in {80, 443}
        assert is_public(host) or ("." in host and host.isascii() and not host.rpartition(".")[2].isdecimal())
        assert str(checked(str(url))) == str(url)


@pytest.mark.parametrize(
    ("given_url", "read"),
    [
        ("HTTPS://Bücher.Example./a b".replace(" ", "%20"), "https://xn--bcher-kva.example/a%20b"),
        ("http://client.example:80/x#part", "http://client.example/x"),
        ("http://client.example?q=1", "http://client.example/?q=1"),
        ("https://client.example/?q=ä", "https://client.example/?q=%C3%A4"),
    ],
)
def test_an_honest_url_is_read_in_its_plain_form(given_url: str, read: str) -> None:
    assert str(checked(given_url)) == read


@pytest.mark.parametrize("origin", ["10.0.0.1:80", "93.184.216.34:80", "localhost:80", "127.0.0.1", "127.0.0.1:x"])
async def test_only_a_numeric_loopback_origin_can_be_allowed(origin: str) -> None:
    with pytest.raises(ValueError):
        await Fetcher.open(CONTACT, allow_loopback=frozenset({origin}))


@pytest.mark.parametrize("name", ["localhost", "0x7f000001", "127.1", "2130706433"])
async def test_this_machine_s_own_resolver_is_guarded_too(name: str) -> None:
    with pytest.raises(InsideAddress):
        await GuardedResolver().resolve(name, 80)


async def test_the_preview_can_show_a_site_that_it_serves_itself(web: RawServer, opened: Opener) -> None:
    fetcher = await opened(resolver=KnownHosts({"northwind.example": ("127.0.0.1", web.port)}))
    web.page("/")
    assert (await fetcher.get("http://northwind.example", client="northwind.example")).url == "http://northwind.example/"
    assert web.asked[-1].headers["host"] == "northwind.example"
    with pytest.raises(NotFetched) as refused:
        await fetcher.get("http://elsewhere.example", client="northwind.example")
    assert refused.value.reason == "unknown_name"
