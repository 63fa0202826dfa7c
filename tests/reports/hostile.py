"""A shop that writes what acts somewhere into everything it can: markup, scripts, formulas, terminal codes, endless texts."""

from pathlib import Path
from typing import Any

from auditor_reports.view.cleaning import LONGEST, plain

from auditor.api import LighthouseResult, Result, Stage
from auditor.record.redaction import Redactor
from tests.auditor.specimens import check, walked
from tests.checks.pages import Page
from tests.checks.recordings import Shop
from tests.reports.results import audit, said, seen, step

SITE = "https://shop.example/"
CANARY = "window.__hit=1"
NASTY = {
    "script": f"<script>{CANARY}</script>",
    "closing script": f"</script><script>{CANARY}</script>",
    "closing style": f"</style><script>{CANARY}</script>",
    "closing title": f"</title></textarea></svg><script>{CANARY}</script>",
    "attribute": f'"><img src=x onerror={CANARY}>',
    "single quote": f"' onmouseover='{CANARY}",
    "handler": f'x" autofocus onfocus="{CANARY}" style="position:fixed;inset:0',
    "template": "{{ 7 * 191 }}{% raw %}{{ config }}${7*191}<%= 7*191 %>",
    "format": "{0.__class__} {x!r} {count:,} %(x)s %s",
    "comment": f"--><!-- <!--> <script>{CANARY}</script>",
    "entity": f"&lt;script&gt;{CANARY}&#x3c;/script&#62;",
    "svg": f"<svg/onload={CANARY}><use href=data:x>",
    "cdata": f"]]><script>{CANARY}</script>",
    "css": r"\3c script\3e ;}*{background:url(https://evil.example/)} @import 'https://evil.example/'",
    "links": "[click](javascript:alert(1)) ![](https://evil.example/a.png) <https://evil.example/b> [x]: https://evil.example/c",
    "addresses": "https://evil.example/d www.evil.example ftp://evil.example me@evil.example mailto:me@evil.example",
    "mentions": "@octocat @evil/team #123 GH-45 evil/shop#6 !78 deadbeefdeadbeef :smile: ~bug",
    "markdown": "# head **bold** __u__ ~~no~~ `code` ``` fence | cell | * _ > quote $x$ [^1] <br> \\",
    "list": "1. one",
    "rule": "---",
    "command": "/close",
    "table": "| --- | --- |",
    "formula": '=HYPERLINK("https://evil.example/","x")',
    "command formula": "+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)",
    "blank formula": ' \t"=1+1',
    "wide formula": "＝1+1",
    "semicolon formula": 'x;=1+1;"@SUM(1);\n-1',
    "line formula": "x\r\n=1+1\n@SUM(1)",
    "terminal": "\x1b[2J\x1b]0;owned\x07\x1b]8;;https://evil.example\x1b\\x\x1b[31m\x9b31m\x90q\x08\r\x7f",
    "turned": "pay \u202e00.1 €\u202c now \u2067x\u2069 \u200b\u061c",
    "zalgo": "a" + "\u0300\u0316\u0489" * 100,
    "lone surrogates": "half \ud83d \udc00 one",
    "nulls": "a\x00b\x01\ufffe\uffff\u2028c\u2029d\u0085e",
    "wide": "日本語の商品名" * 30,
    "endless": "Donaudampfschiff" * 20_000,
}
TITLE = f"{NASTY['closing title']} " + "Très long 日本 " * 80_000
"""A title of a megabyte."""
ADDRESSES = (
    f"javascript:{CANARY}",
    f"JaVaScRiPt:{CANARY}",
    f" javascript:{CANARY}",
    f"java\tscript:{CANARY}",
    f"data:text/html,<script>{CANARY}</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "https:///no-host",
    "http://[broken",
    f'https://shop.example/" onclick="{CANARY}',
    "https://shop.example/>)](https://evil.example/)<b>`|\\",
    "https://shop.example@evil.example/",
    "https://shop.example\\@evil.example/",
)
OUTCOMES = ("fail", "warn", "pass", "info", "not_measurable", "error", "not_applicable")


def everywhere(text: str, address: str = SITE) -> Result:
    """A result in which one text stands wherever a shop or a plugin can put it."""
    steps = [
        step("home", title=text, action=text, signals=[text, f"{text[:500]} (hard)"], url=address),
        step("cart", "failed", reason=text, title=text, url=address, screenshot=text),
    ]
    blocked = [{"method": text, "url": address, "reason": text}]
    journey = walked("failed", "home", text, message=text, steps=steps, notes=[text], product=text, blocked_requests=blocked)
    finding = seen(text, selector=text, url=address, device=text, screenshot=text, box=(0, 0, 10, 10))
    shown = [
        said("trust-a", outcome, message=text, value=text, unit=text, threshold=text, device=text, findings=[finding])
        for outcome in OUTCOMES
    ]
    shown += [said(f"trust-{number}", "fail", message=text, findings=[finding]) for number in range(8)]
    facts: dict[str, Any] = {"site": address, "started_at": text, "finished_at": text, "config": {text: text, "headers": {text: text}}}
    page = {"device": text, "stage": "cart", "url": address, "landed": address, "error": text, "version": text, "warnings": [text]}
    facts["lighthouse"] = [LighthouseResult.model_validate(page)]
    made = audit(journeys=[journey], shown=shown, **facts)
    gate = made.gate.model_copy(update={"passed": False, "reasons": [text]})
    return made.model_copy(update={"gate": gate, "broken_plugins": [text]})


def explained(text: str) -> Any:
    """A check of which everything it tells is one text, as far as a plugin's source can hold it: a page or two at most."""
    text = plain(text)[: 4 * LONGEST]
    return check("trust-a", title=text, failure_title=text, why=text, fix=text, limits=text)


def hostile_shop(run: Path) -> None:
    """A recording of a shop that writes nasty things into everything a page can hold, as it comes from the redactor."""
    shop = Shop(run / "recording")
    texts = [Redactor().text(text) for text in (*NASTY.values(), TITLE)]
    for mobile in (False, True):
        walk = shop.walk(
            mobile=mobile, ended="failed", failure_code="add_error", message=NASTY["attribute"], notes=texts,
            product={"title": TITLE}, title=NASTY["svg"], country="DE",
            consent={"seen": True, "choice": "accepted", "button": NASTY["script"]},
        )  # fmt: skip
        for stage in (Stage.HOME, Stage.PRODUCT, Stage.CART):
            page = Page(f"https://shop.example/{stage}?q=<script>", title=TITLE, lang='"><script>')
            page.text(NASTY["script"], tag="h1")
            page.text(f"€ 1.00 {NASTY['svg']} \u202e")
            for text in texts:
                short = text[:200]
                page.text(short)
                page.text(f"=1+1 € 2.00 {short}")
                page.picture(alt=short)
                page.button(short)
                page.field(short)
                page.link(short, "javascript:alert(1)")
            with page.part("footer"):
                page.link(NASTY["comment"], "javascript:alert(1)")
                page.link(NASTY["links"], NASTY["addresses"])
            page.html = f"<html><body>{NASTY['script']}<p>{TITLE}</p></body></html>"
            network = [{"url": text[:300], "method": "GET", "kind": "script", "status": 200, "bytes": 1} for text in texts]
            console = [{"kind": "error", "text": text[:500], "url": text[:500]} for text in texts]
            walk.page(stage, page, network=network, cookies=[], console=console, headers={"server": NASTY["script"]})
        walk.missed(Stage.SEARCH, NASTY["script"])
        walk.probe(
            "not_found",
            {"status": 200, "url": "javascript:alert(1)", "title": TITLE, "words": 1, "search": False, "category_links": 0},
        )
    shop.recording()
