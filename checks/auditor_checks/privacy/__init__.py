"""Checks of the category privacy."""

from auditor_checks.privacy.no_tracking_before_consent import no_tracking_before_consent
from auditor_checks.privacy.reject_first_layer import reject_first_layer

checks = (no_tracking_before_consent, reject_first_layer)
