"""The shipping methods on offer."""

from decimal import Decimal

from oscar.apps.shipping import methods, repository


class Standard(methods.FixedPrice):
    code = "standard"
    name = "Standard delivery (3-5 days)"
    charge_excl_tax = charge_incl_tax = Decimal("4.90")


class Express(methods.FixedPrice):
    code = "express"
    name = "Express delivery (next day)"
    charge_excl_tax = charge_incl_tax = Decimal("12.50")


class Repository(repository.Repository):
    methods = (Standard(), Express())
