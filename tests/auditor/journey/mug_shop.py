"""The pages of a shop that sells one mug."""

from __future__ import annotations

from auditor.journey.walker import Product
from tests.auditor.journey.site import Visit

HEADER = '<header><a href="/cart">Cart (<span id="n">0</span>)</a></header>'
PRODUCT = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><form action="/add" method="post">
<button id="buy" style="width:220px;height:44px">Add to cart
</button></form>"""
ROW = '<tr><td>Blue mug</td><td><input name="qty" value="1" size="2"></td><td>£9.00</td></tr>'
CART = f"<h1>Your cart</h1><table>{ROW}</table><p>Subtotal £9.00</p><a href='/checkout'>Checkout</a>"


def shopping_for(visit: Visit, title: str = "Blue mug") -> Visit:
    """The shopper has opened the page of a product."""
    visit.walker.product = Product(title, visit.facts.url)
    return visit
