"""The bot's token goes to Microsoft's bot service alone, whatever a stored conversation says."""

from __future__ import annotations

import pytest

from sidecar.errors import Refused, Retryable
from sidecar.graph.credentials import LocalCredential
from sidecar.teams.notifications import Messenger

CHAT = {"id": "a:1", "conversationType": "personal"}


NOBODY = LocalCredential("http://127.0.0.1:9")
"""Nobody answers there: an address that is let through ends with Retryable, for want of a token."""


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/", "http://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net:8443/emea/",
        "https://smba.trafficmanager.net.evil.example/", "https://user:word@smba.trafficmanager.net/emea/", "https://127.0.0.1/",
        "https://anybody.blob.core.windows.net/", "https://anybody.sharepoint.com/", "https://graph.microsoft.com/", "https://[::1]/",
        "https://eviltrafficmanager.net/", "https://another.trafficmanager.net/", "file:///etc/passwd", "",
        "//smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:port/",
    ],
)  # fmt: skip
async def test_no_token_and_no_card_goes_to_an_address_that_is_not_the_bot_services(address: str) -> None:
    messenger = Messenger(NOBODY)
    with pytest.raises(Refused):
        await messenger.send({"conversation": CHAT, "serviceUrl": address}, {}, "")


@pytest.mark.parametrize(
    "address",
    [
        "https://smba.trafficmanager.net/emea/",
        "https://smba.infra.gov.teams.microsoft.us/gcch",
        "https://europe.botframework.com",
    ],
)
async def test_the_addresses_of_the_bot_service_are_spoken_to(address: str) -> None:
    messenger = Messenger(NOBODY)
    with pytest.raises(Retryable):
        await messenger.send({"conversation": CHAT, "serviceUrl": address}, {}, "")
