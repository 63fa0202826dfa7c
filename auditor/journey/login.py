"""Logging in as configured: finds the form, fills it, sends it, and verifies that no password is asked for any more."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, named
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.category import open_menu
from auditor.journey.overlays import clear_overlays
from auditor.journey.overrides import Login
from auditor.journey.unopened import why_unopened
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_ROUNDS = 3  # user and password on one page, or one after the other
_PATIENCE = 8.0
_USERS = {"email", "username", "phone"}


@dataclass(frozen=True)
class LoginForm:
    """What a login asks for; the password is missing where the user is asked for first."""

    user: Control | None
    password: Control | None
    submit: Control | None


async def log_in(walker: Walker, facts: PageFacts, login: Login) -> PageFacts:
    """Log in from the page that is open; returns the page it led to. Raises `Stop` saying what did not work."""
    walker.witness.private((login.user, login.password))
    facts = await _to_the_form(walker, facts, login)
    sent = False
    form = login_form(facts)
    for _ in range(_ROUNDS):
        if form is None or sent:
            break  # a password is sent once: several wrong ones would lock the account
        sent = form.password is not None
        facts = await _send(walker, facts, form, login)
        form = login_form(facts)
    if not sent or is_error_page(facts) or (form is not None and form.password is not None):
        raise Stop("login_failed", _why(facts, sent=sent))
    walker.note(say("Logged in as configured before the journey went on."))
    return facts


def login_form(facts: PageFacts) -> LoginForm | None:
    """Return the form that asks for a user and one password; one that asks for two passwords registers. Pure."""
    passwords = [f for f in facts.fields if f.kind == "password" and f.control.visible]
    groups: dict[tuple[int, int], list[Field]] = {}
    for item in passwords:
        groups.setdefault((item.control.frame, item.control.form), []).append(item)
    lone = [(key, items[0]) for key, items in groups.items() if len(items) == 1 and not _is_new(items[0])]
    if lone:
        key, password = min(lone, key=lambda item: _registers(facts, *item[0]))
        user = next((f.control for f in reversed(_texts(facts, key)) if f.control.n < password.control.n), None)
        return LoginForm(user, password.control, _submit(facts, password.control))
    if passwords:
        return None
    users = [f.control for f in facts.fields if _asks_user(facts, f)]
    return LoginForm(users[0], None, _submit(facts, users[0])) if users else None


def _texts(facts: PageFacts, key: tuple[int, int]) -> list[Field]:
    return [
        f
        for f in facts.fields
        if (f.control.frame, f.control.form) == key
        and f.control.visible
        and f.control.is_text_field
        and f.kind not in {"password", "search"}
    ]


def _is_new(password: Field) -> bool:
    return password.control.attrs.get("autocomplete", "") == "new-password"


def _asks_user(facts: PageFacts, item: Field) -> bool:
    """Whether a field asks who logs in, on a page that asks for the password later."""
    control = item.control
    if not control.visible or not control.is_text_field or item.kind not in _USERS or control.landmark in {"footer", "nav"}:
        return False
    tokens = control.attrs.get("autocomplete", "")
    headed = any(facts.lexicon.has("login", t.text, at_least=0.7) for t in facts.observation.headings)
    return ("username" in tokens or headed or addressed("account", facts.url)) and not named("newsletter", control.tokens)


def _registers(facts: PageFacts, frame: int, form: int) -> bool:
    """Whether a form looks like one that makes an account."""
    buttons = [c for c in facts.observation.visible if (c.frame, c.form) == (frame, form) and c.is_button]
    return any(facts.lexicon.has("register", *c.words, at_least=0.8) for c in buttons)


def _submit(facts: PageFacts, near: Control) -> Control | None:
    """Return the button that sends the form: a submit button of its own, else the closest one that is called so."""
    visible = [c for c in facts.observation.visible if c.is_button and c.frame == near.frame]
    own = [c for c in visible if near.form >= 0 and c.form == near.form and c.is_submit]
    if own:
        return max(own, key=lambda c: (max(facts.lexicon.score("login", *c.words), facts.lexicon.score("continue", *c.words)), -c.n))
    called = [
        c for c in visible if facts.lexicon.has("login", *c.words, at_least=0.7) or facts.lexicon.has("continue", *c.words, at_least=0.8)
    ]
    below = [c for c in called if c.n > near.n and c.landmark not in {"nav", "footer"}]
    return min(below, key=lambda c: c.box.distance(near.box), default=None)


async def _to_the_form(walker: Walker, facts: PageFacts, login: Login) -> PageFacts:
    """Open the configured address, else follow the page's own link to its login."""
    if login.url:
        landing = await walker.tab.goto(login.url)
        if landing.error:
            why = why_unopened(landing)
            raise Stop("login_failed", say("[journey.login] url {url} could not be opened: {why}.", url=login.url, why=why))
        facts = await clear_overlays(walker, await walker.look())
        facts, found = await walker.tab.until(lambda f: login_form(f) is not None, 4.0)
        if not found:
            raise Stop("login_failed", say("[journey.login] url {url} shows no form with a user and a password.", url=login.url))
        return facts
    form = login_form(facts)
    if form is not None and form.password is not None:
        return facts
    facts = await clear_overlays(walker, facts)
    for link in (await _links(walker, facts))[:2]:
        result = await act(
            walker,
            facts,
            link,
            lambda f: [Signal(say("a login form"), "form", hard=True)] if login_form(f) else [],
            Stage.HOME,
            strategy="configured login: its link",
        )
        facts = await clear_overlays(walker, result.facts)
        if login_form(facts) is not None:
            return facts
    raise Stop("login_failed", say("No login was found from {url}; [journey.login] url can name its address.", url=facts.url))


async def _links(walker: Walker, facts: PageFacts) -> list[Control]:
    found = login_links(facts)
    if not any(c.visible for c in found):
        facts = await open_menu(walker, facts, lambda f: any(c.visible for c in login_links(f)))
        found = login_links(facts)
    return found


def login_links(facts: PageFacts) -> list[Control]:
    """Return the links and buttons that may lead to the login, the likeliest first. Pure."""
    lexicon = facts.lexicon
    graded = [
        (lexicon.score("login", *c.words) + 0.4 * addressed("account", c.href) - 0.8 * lexicon.score("register", *c.words), c)
        for c in facts.observation.controls
        if c.is_button and (c.visible or c.href)
    ]
    return [c for grade, c in sorted(graded, key=lambda g: (-g[0], not g[1].visible, g[1].n)) if grade >= 0.4]


async def _send(walker: Walker, facts: PageFacts, form: LoginForm, login: Login) -> PageFacts:
    try:
        if form.user is not None and not form.user.readonly:
            await walker.tab.type(facts.observation, form.user, login.user)
        if form.password is not None:
            await walker.tab.type(facts.observation, form.password, login.password)
    except (Error, Gone):
        raise Stop("login_failed", say("The fields of the login form could not be filled.")) from None
    asked = form.password is not None

    def further(after: PageFacts) -> list[Signal]:
        now = login_form(after)
        if is_error_page(after) or (now is not None and (now.password is not None) == asked):
            return []
        return [Signal(say("the password field is gone") if asked else say("the password is asked for"), "form", hard=True)]

    if form.submit is not None:
        result = await act(walker, facts, form.submit, further, Stage.HOME, strategy="configured login: its button", patience=_PATIENCE)
        return await clear_overlays(walker, result.facts)
    await walker.tab.page.keyboard.press("Enter")
    after, _ = await walker.tab.until(lambda f: bool(further(f)), _PATIENCE)
    return await clear_overlays(walker, after)


def _why(facts: PageFacts, *, sent: bool) -> str:
    if not sent:
        return say("The login at {url} did not ask for a password.", url=facts.url)
    if is_error_page(facts):
        return say("The login led to an error page ({url}).", url=facts.url)
    said = [t for t in facts.checkout.errors if len(t.text) > 3]
    answer = say(" The shop said: “{text}”", text=said[0].text[:140]) if said else ""
    return say("The login form was still there after user and password had been sent ({url}).{answer}", url=facts.url, answer=answer)
