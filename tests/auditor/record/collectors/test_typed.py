import base64
import hashlib
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import quote

from auditor.record.collectors.typed import collect_typed
from auditor.record.sight import Sight

EMAIL = "Storefront.Audit@example.com"
PHONE = "+353 91 555 014"


def sight(*requests: tuple[str, str], private: tuple[str, ...] = (EMAIL, PHONE, "Dublin", "10117")) -> Sight:
    exchanges = [
        SimpleNamespace(request=SimpleNamespace(url=url, method="POST", resource_type="fetch", post_data_buffer=body.encode() or None))
        for url, body in requests
    ]
    return Sight(cast(Any, None), cast(Any, None), None, cast(Any, exchanges), [], frozenset(private))


async def test_an_address_with_the_email_is_told_without_it() -> None:
    (found,) = await collect_typed(sight((f"https://shop.example/known?email={quote(EMAIL)}", "")))
    assert found == {
        "url": "https://shop.example/known", "method": "POST", "kind": "fetch",
        "what": "e-mail address", "written": "plain", "place": "address",
    }  # fmt: skip


async def test_hashes_and_encodings_in_bodies_are_recognised() -> None:
    lower = EMAIL.lower().encode()
    hashed = hashlib.sha256(lower).hexdigest()
    encoded = base64.b64encode(lower).decode()
    found = await collect_typed(sight(("https://a.example/", f"em={hashed}"), ("https://b.example/", encoded)))
    assert [(f["url"], f["written"], f["place"]) for f in found] == [
        ("https://a.example/", "sha256", "body"),
        ("https://b.example/", "base64", "body"),
    ]


async def test_places_and_postcodes_may_stand_anywhere() -> None:
    assert await collect_typed(sight(("https://shop.example/rates?city=Dublin&zip=10117", ""))) == []


async def test_before_anything_is_typed_there_is_nothing_to_find() -> None:
    assert await collect_typed(sight(("https://shop.example/", ""), private=())) == []
