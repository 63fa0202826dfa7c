"""Checks of the category postpurchase."""

from auditor_checks.postpurchase.aftersales import aftersales
from auditor_checks.postpurchase.delivery_page import delivery_page
from auditor_checks.postpurchase.order_tracking import order_tracking
from auditor_checks.postpurchase.returns_complete import returns_complete
from auditor_checks.postpurchase.returns_link import returns_link
from auditor_checks.postpurchase.returns_self_service import returns_self_service
from auditor_checks.postpurchase.withdrawal_function import withdrawal_function

checks = (
    delivery_page,
    returns_link,
    returns_complete,
    returns_self_service,
    withdrawal_function,
    order_tracking,
    aftersales,
)
