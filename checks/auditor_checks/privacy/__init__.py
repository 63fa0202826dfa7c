"""Checks of the category privacy."""

from auditor_checks.privacy.no_form_leak import no_form_leak
from auditor_checks.privacy.no_prechecked_purposes import no_prechecked_purposes
from auditor_checks.privacy.no_tracking_before_consent import no_tracking_before_consent
from auditor_checks.privacy.policy import policy
from auditor_checks.privacy.reject_first_layer import reject_first_layer
from auditor_checks.privacy.reject_honoured import reject_honoured
from auditor_checks.privacy.withdraw_consent import withdraw_consent

checks = (
    no_tracking_before_consent,
    reject_first_layer,
    reject_honoured,
    no_prechecked_purposes,
    withdraw_consent,
    policy,
    no_form_leak,
)
