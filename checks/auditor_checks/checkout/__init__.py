"""Checks of the category checkout."""

from auditor_checks.checkout.address_assist import address_assist
from auditor_checks.checkout.address_line2 import address_line2
from auditor_checks.checkout.autocomplete import autocomplete
from auditor_checks.checkout.billing_same import billing_same
from auditor_checks.checkout.cart_add_confirmation import cart_add_confirmation
from auditor_checks.checkout.cart_edit import cart_edit
from auditor_checks.checkout.cart_item_details import cart_item_details
from auditor_checks.checkout.cart_no_sneaked_items import cart_no_sneaked_items
from auditor_checks.checkout.cart_persistence import cart_persistence
from auditor_checks.checkout.cart_total_transparent import cart_total_transparent
from auditor_checks.checkout.coupon_collapsed import coupon_collapsed
from auditor_checks.checkout.data_preserved import data_preserved
from auditor_checks.checkout.delivery_options import delivery_options
from auditor_checks.checkout.empty_submit import empty_submit
from auditor_checks.checkout.enclosed import enclosed
from auditor_checks.checkout.error_not_colour_only import error_not_colour_only
from auditor_checks.checkout.express_wallets import express_wallets
from auditor_checks.checkout.field_count import field_count
from auditor_checks.checkout.guest_option import guest_option
from auditor_checks.checkout.guest_prominent import guest_prominent
from auditor_checks.checkout.inline_validation import inline_validation
from auditor_checks.checkout.labels_visible import labels_visible
from auditor_checks.checkout.no_double_entry import no_double_entry
from auditor_checks.checkout.no_prechecked_consent import no_prechecked_consent
from auditor_checks.checkout.no_prechecked_extras import no_prechecked_extras
from auditor_checks.checkout.no_unneeded_data import no_unneeded_data
from auditor_checks.checkout.order_button_label import order_button_label
from auditor_checks.checkout.order_summary import order_summary
from auditor_checks.checkout.payment_methods_early import payment_methods_early
from auditor_checks.checkout.payment_methods_variety import payment_methods_variety
from auditor_checks.checkout.payment_reassurance import payment_reassurance
from auditor_checks.checkout.phone_explained import phone_explained
from auditor_checks.checkout.progress import progress
from auditor_checks.checkout.required_marked import required_marked
from auditor_checks.checkout.review_editable import review_editable
from auditor_checks.checkout.specific_errors import specific_errors
from auditor_checks.checkout.step_count import step_count
from auditor_checks.checkout.tolerant_input import tolerant_input
from auditor_checks.checkout.total_stable import total_stable

checks = (
    address_assist,
    address_line2,
    autocomplete,
    billing_same,
    cart_add_confirmation,
    cart_edit,
    cart_item_details,
    cart_no_sneaked_items,
    cart_persistence,
    cart_total_transparent,
    coupon_collapsed,
    data_preserved,
    delivery_options,
    empty_submit,
    enclosed,
    error_not_colour_only,
    express_wallets,
    field_count,
    guest_option,
    guest_prominent,
    inline_validation,
    labels_visible,
    no_double_entry,
    no_prechecked_consent,
    no_prechecked_extras,
    no_unneeded_data,
    order_button_label,
    order_summary,
    payment_methods_early,
    payment_methods_variety,
    payment_reassurance,
    phone_explained,
    progress,
    required_marked,
    review_editable,
    specific_errors,
    step_count,
    tolerant_input,
    total_stable,
)
