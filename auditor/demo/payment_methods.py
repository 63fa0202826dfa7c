"""Payment methods: what a shopper of a country can pay with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.demo.places import countries

if TYPE_CHECKING:
    from auditor.demo.wording import Wording

BRANDS = {
    "revolut": "Revolut Pay",
    "sepa": "SEPA Lastschrift",
    "eps": "eps-Überweisung",
    "twint": "TWINT",
    "cb": "Cartes Bancaires",
    "bancontact": "Bancontact",
    "ideal": "iDEAL",
    "bizum": "Bizum",
    "mbway": "MB WAY",
    "satispay": "Satispay",
    "blik": "BLIK",
    "swish": "Swish",
    "mobilepay": "MobilePay",
    "vipps": "Vipps",
    "konbini": "コンビニ決済",
}


@dataclass(frozen=True)
class PaymentMethod:
    """One way to pay."""

    id: str
    name: str
    note: str


def payment_methods(wording: Wording, country: str) -> list[PaymentMethod]:
    """The methods offered in this country: card, PayPal, the local ones, invoice."""
    words = wording.words("payment")
    local = [PaymentMethod(key, BRANDS.get(key, words.bank), words.local_note) for key in countries()[country].local]
    return [
        PaymentMethod("card", words.card, words.card_note),
        PaymentMethod("paypal", words.paypal, words.paypal_note),
        *local,
        PaymentMethod("invoice", words.invoice, words.invoice_note),
    ]


def badges(wording: Wording) -> list[str]:
    """The names shown in the footer and beside the buy button."""
    local = [method.name for method in payment_methods(wording, wording.market.country)[2:]]
    return ["Visa", "Mastercard", "PayPal", *local]
