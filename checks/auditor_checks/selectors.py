"""Short CSS selectors by which a person finds an observed control in the page's source."""

import re

from auditor.api import Control

_PLAIN = re.compile(r"-?[A-Za-z_][\w-]*")
_LONGEST = 120


def selector_of(control: Control) -> str:
    """Build a selector from the control's id, name, address or classes, whichever comes first."""
    name = control.attrs.get("name", "")
    if _PLAIN.fullmatch(control.id):
        return f"{control.tag}#{control.id}"
    if name and '"' not in name:
        return f'{control.tag}[name="{name}"]'
    if control.raw_href and '"' not in control.raw_href and len(control.raw_href) <= _LONGEST:
        return f'{control.tag}[href="{control.raw_href}"]'
    classes = [c for c in control.css_class.split() if _PLAIN.fullmatch(c)][:2]
    return ".".join((control.tag, *classes))
