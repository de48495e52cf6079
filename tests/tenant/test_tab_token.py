"""The local tenant gives a page the token that Teams would give it."""

from __future__ import annotations

import aiohttp
import jwt

from sidecar.tenant import LocalTenant, Person

ANN = Person(address="ann@fabrikam.com", name="Ann")


async def test_a_page_gets_a_token_for_somebody_of_the_tenant_and_for_nobody_else() -> None:
    tenant = LocalTenant(me=ANN)
    await tenant.start()
    async with aiohttp.ClientSession(tenant.url) as session:
        async with session.post("/_tenant/tab-token", json={"person": ANN.id}) as answer:
            token = (await answer.json())["token"]
        async with session.get("/_tenant/keys") as answer:
            key = jwt.PyJWK((await answer.json())["keys"][0]).key
        async with session.post("/_tenant/tab-token", json={"person": "nobody"}) as answer:
            assert answer.status == 404
        async with session.get("/v1.0/users/me/events", headers={"Authorization": f"Bearer {token}"}) as answer:
            assert answer.status == 401
    await tenant.stop()
    claims = jwt.decode(token, key, algorithms=["RS256"], audience=tenant.app_id)
    assert (claims["tid"], claims["oid"], claims["scp"], claims["ver"]) == (tenant.tenant_id, ANN.id, "access_as_user", "2.0")
    assert claims["iss"] == f"https://login.microsoftonline.com/{tenant.tenant_id}/v2.0"
