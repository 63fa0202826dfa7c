"""Nothing typed and nothing secret reaches the disk, and what a shop says is left as it is."""

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.record.redaction import REDACTED, Redactor

STREET, NAME, MAIL, PHONE = "Große Straße 12/3", "Zoë O'Neil & Söhne", "zoe+audit@example.com", "+49 30 901820"
TYPED = Redactor([STREET, NAME, MAIL, PHONE, "Tester"])
NOTHING_TYPED = Redactor()
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"


# -- what was typed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        STREET,
        "GROSSE STRASSE".replace("SS", "ß") + " 12/3",
        "Große&nbsp;Straße 12/3",
        "Große\n  Straße 12/3",
        "Gro%C3%9Fe%20Stra%C3%9Fe%2012%2F3",
        "Gro%c3%9fe+Stra%c3%9fe+12%2f3",
        "Gro%C3%9Fe%20Stra%C3%9Fe%2012/3",
        "Gro\\u00dfe Stra\\u00dfe 12/3",
        "Gro\\u00DFe Stra\\u00DFe 12\\/3",
        NAME,
        "Zoë O&#39;Neil &amp; Söhne",
        "Zoë O&#x27;Neil &amp; Söhne",
        "Zoë O&#039;Neil &amp; Söhne",
        "Zoë O'Neil &amp; Söhne",
        "Zo%C3%AB%20O'Neil%20%26%20S%C3%B6hne",
        "Zo%C3%AB+O%27Neil+%26+S%C3%B6hne",
        MAIL,
        "zoe%2Baudit%40example.com",
        "zoe+audit%40example.com",
        "zoe&#43;audit&#64;example.com",
        "zoe%2Baudit@example.com",
        PHONE,
        "%2B49%2030%20901820",
        "%2B49+30+901820",
    ],
)
def test_typed_values_go_in_every_spelling(written: str) -> None:
    assert TYPED.text(f'<p title="{written}">to {written}</p>') == f'<p title="{REDACTED}">to {REDACTED}</p>'


@pytest.mark.parametrize("before", ["", " ", "=", "%20", "%2c", "\\n", "\\t", "\\u0020", '"', ">", "-"])
def test_what_an_escape_ends_with_does_not_hide_a_value(before: str) -> None:
    assert TYPED.text(f"to{before}Tester!" if before else "Tester!").endswith(f"{REDACTED}!")


@pytest.mark.parametrize("text", ["Testers wanted", "protester", "tester_id", "Attester", "Große Straße 12/34"])
def test_longer_words_are_other_words(text: str) -> None:
    assert TYPED.text(text) == text


def test_the_longest_value_goes_first() -> None:
    redactor = Redactor(["Audit", "Audit Tester"])
    assert redactor.text("Dear Audit Tester, dear Audit") == f"Dear {REDACTED}, dear {REDACTED}"


@pytest.mark.parametrize("short", ["", "12", "Ann"])
def test_values_that_stand_everywhere_are_left(short: str) -> None:
    assert Redactor([short]).text("12 Ann, 12 items") == "12 Ann, 12 items"


def test_values_can_be_learnt_later() -> None:
    redactor = Redactor(["first value"])
    redactor.add(["second value"])
    assert redactor.text("first value, second value") == f"{REDACTED}, {REDACTED}"


ENDS = st.sampled_from("aé1")


@settings(deadline=None, max_examples=50)
@given(value=st.tuples(ENDS, st.text("aé'\"&<> /+@.-_1\\", min_size=2, max_size=15), ENDS).map("".join))
def test_no_typed_value_is_left_in_json(value: str) -> None:
    text = json.dumps({"note": f"({value})"})
    assert Redactor([value]).text(text) == json.dumps({"note": f"({REDACTED})"})


def test_values_inside_of_json_are_found() -> None:
    seen = {"texts": [{"text": f"Ship to {STREET}"}], "url": f"https://shop.example/?mail={MAIL.replace('@', '%40')}", "n": 3, "ok": None}
    assert TYPED.value(seen) == {
        "texts": [{"text": f"Ship to {REDACTED}"}], "url": f"https://shop.example/?mail={REDACTED}", "n": 3, "ok": None,
    }  # fmt: skip


# -- tokens -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("/cart?sku=7&token=abc123#pay", f"/cart?sku=7&token={REDACTED}#pay"),
        ("/cart?PHPSESSID=abc&amp;csrf_token=x1&amp;page=2", f"/cart?PHPSESSID={REDACTED}&amp;csrf_token={REDACTED}&amp;page=2"),
        ("/cart;jsessionid=AB12?q=chair", f"/cart;jsessionid={REDACTED}"),
        ("/back#access_token=abc&state=1", f"/back#access_token={REDACTED}&state=1"),
        ("/login?code=4%2F0Ab&scope=mail", f"/login?code={REDACTED}&scope=mail"),
        ("/login?next=%2Fpay%3Ftoken%3Dabc%26step%3D2", f"/login?next=%2Fpay%3Ftoken%3D{REDACTED}%26step%3D2"),
        ('{"url":"\\/pay\\u0026api_key=abc"}', f'{{"url":"\\/pay\\u0026api_key={REDACTED}"}}'),
        (f"session {JWT} ended", f"session {REDACTED} ended"),
        (f'{{"jwt": "{JWT}"}}', f'{{"jwt": "{REDACTED}"}}'),
        ("Authorization: Bearer 4f9a01bc77aa44de", f"Authorization: Bearer {REDACTED}"),
        ("authorization: basic dXNlcjpodXNoLWh1c2g=", f"authorization: basic {REDACTED}"),
        ('<input type="hidden" name="csrf-token" value="aB3dE">', f'<input type="hidden" name="csrf-token" value="{REDACTED}">'),
        ("<input value='aB3dE' type=hidden name='_token'>", f"<input value=\"{REDACTED}\" type=hidden name='_token'>"),
        ("<INPUT VALUE=aB3dE NAME=form_key_nonce>", f'<INPUT VALUE="{REDACTED}" NAME=form_key_nonce>'),
        ('<meta name="csrf-token" content="aB3dE">', f'<meta name="csrf-token" content="{REDACTED}">'),
        ('<input type="password" value="hush">', f'<input type="password" value="{REDACTED}">'),
        ('<script>{"accessToken":"aB3dE7"}</script>', f'<script>{{"accessToken":"{REDACTED}"}}</script>'),
        ("window.csrfToken = 'aB3dE7';", f"window.csrfToken = '{REDACTED}';"),
        ("data-props='{&quot;apiKey&quot;:&quot;aB3dE7&quot;}'", f"data-props='{{&quot;apiKey&quot;:&quot;{REDACTED}&quot;}}'"),
    ],
)  # fmt: skip
def test_tokens_go_wherever_they_stand(text: str, kept: str) -> None:
    found = NOTHING_TYPED.text(text)
    assert found.startswith(kept)
    assert "abc" not in found.removeprefix(kept)


@pytest.mark.parametrize(
    "text",
    [
        "Basic sweatshirt, 100 % cotton",
        "Basic information about us",
        "The bearer certificates of the company",
        "/search?q=token&color_code=blue&postcode=10115",
        '<input name="quantity" value="3">',
        '<meta name="viewport" content="width=device-width">',
        '{"passwordHint": "At least eight letters"}',
        '{"error_password": "Your password is too short"}',
        "Use the code SUMMER25 at the checkout",
        "eyJ is how many tokens begin",
    ],
)
def test_words_that_only_sound_secret_are_left(text: str) -> None:
    assert NOTHING_TYPED.text(text) == text


@pytest.mark.parametrize(
    "name",
    [
        "password", "accessToken", "csrf", "X-CSRF", "api_key", "apiKey", "sessionid", "PHPSESSID", "sid", "signature", "oauth",
        "authorization", "nonce", "Cookie",
    ],
)  # fmt: skip
def test_a_string_under_a_secret_name_goes_whole(name: str) -> None:
    assert NOTHING_TYPED.value({name: "short", "kept": "short"}) == {name: REDACTED, "kept": "short"}


@pytest.mark.parametrize(
    "item", [{"password": ""}, {"token": 7}, {"session": ["cart"]}, {"tokens": "three"}, {"author": "Ann"}, {"side": "left"}]
)
def test_other_values_under_such_names_are_left(item: dict[str, Any]) -> None:
    assert NOTHING_TYPED.value(item) == item


@pytest.mark.parametrize(
    "field",
    [{"type": "hidden", "attrs": {"name": "authenticity_token"}}, {"type": "hidden", "attrs": {"name": "_csrf"}}, {"type": "password"}],
)
def test_an_observed_field_with_a_token_loses_its_value(field: dict[str, Any]) -> None:
    assert NOTHING_TYPED.value({**field, "value": "aB3dE"}) == {**field, "value": REDACTED}


def test_an_observed_field_without_one_keeps_it() -> None:
    field = {"type": "text", "attrs": {"name": "quantity"}, "value": "3"}
    assert NOTHING_TYPED.value(field) == field


# -- card numbers -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "2223 0031 2200 3222",
        "6011000990139424",
        "378282246310005",
        "3782 822463 10005",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Card {}.", "No.{},", "“{}”"])
def test_card_numbers_go(number: str, around: str) -> None:
    assert NOTHING_TYPED.text(around.format(number)) == around.format(REDACTED)


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",  # fails Luhn's check
        "EAN 4006381333931",
        "4006381333931 4006381333948 4006381333955",
        "GTIN 00012345600012",
        "€ 1,234.56",
        "1.234.567,89 €",
        "€ 4,111,111,111,111,111.00",
        "0000 0000 0000 0000",
        "1700000000000000",  # a time in microseconds
        "order 41111111111111110",
        "v4111111111111111.5",
        "+49 30 901820 12",
    ],
)
def test_prices_and_article_numbers_are_left(text: str) -> None:
    assert NOTHING_TYPED.text(text) == text


# -- headers ------------------------------------------------------------------------------------------------------------------------


def test_cookies_keep_names_and_flags() -> None:
    kept = NOTHING_TYPED.headers({"Set-Cookie": "sid=hush; Path=/; Secure\ncart=a=b; HttpOnly\nempty"})
    assert kept == {"Set-Cookie": f"sid={REDACTED}; Path=/; Secure\ncart={REDACTED}; HttpOnly\nempty={REDACTED}"}


def test_headers_that_were_redacted_stay_readable_when_their_file_is() -> None:
    kept = NOTHING_TYPED.headers({"set-cookie": "sid=hush; Secure"})
    assert NOTHING_TYPED.value({"headers": kept}) == {"headers": {"set-cookie": f"sid={REDACTED}; Secure"}}


@pytest.mark.parametrize("name", ["Authorization", "proxy-authorization", "Cookie", "X-CSRF-Token", "X-Api-Key", "X-Shop-Access-Token"])
def test_secret_headers_go_whole(name: str) -> None:
    assert NOTHING_TYPED.headers({name: "hush hush"}) == {name: REDACTED}


def test_other_headers_are_left_but_for_what_is_in_them() -> None:
    policy = "default-src 'self'; script-src 'nonce-r4nd0m'"
    kept = TYPED.headers({"content-security-policy": policy, "location": f"/thanks?mail={MAIL}", "strict-transport-security": "max-age=1"})
    assert kept == {"content-security-policy": policy, "location": f"/thanks?mail={REDACTED}", "strict-transport-security": "max-age=1"}


# -- what no file can hold, and what takes for ever -----------------------------------------------------------------------------------


def test_half_characters_become_question_marks() -> None:
    assert NOTHING_TYPED.text("a\ud800b 🎉") == "a?b 🎉"


@pytest.mark.parametrize(
    "piece", ["<input ", '<input "', "<meta name='", "?token", "token = ", "eyJaaaaaaaa.", "1234 ", "Bearer a", "Große "]
)
def test_time_grows_with_the_size_of_a_hostile_page(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        TYPED.text(piece * times)
        return time.process_time() - started

    seconds(500)  # warms up
    small, large = min(seconds(2_000) for _ in range(3)), seconds(16_000)
    assert large < 24 * small + 0.1  # eight times the text; a quadratic pattern takes 64 times as long


def test_half_characters_go_from_names_too() -> None:
    assert Redactor().value({"x\ud800": "y\udfff"}) == {"x?": "y?"}
