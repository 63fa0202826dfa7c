"""Checks of the category security."""

from auditor_checks.security.card_fields_isolated import card_fields_isolated
from auditor_checks.security.clickjacking import clickjacking
from auditor_checks.security.cookies import cookies
from auditor_checks.security.csp import csp
from auditor_checks.security.hsts import hsts
from auditor_checks.security.https import https
from auditor_checks.security.misc_headers import misc_headers
from auditor_checks.security.mixed_content import mixed_content
from auditor_checks.security.no_data_in_url import no_data_in_url
from auditor_checks.security.payment_scripts import payment_scripts
from auditor_checks.security.script_integrity import script_integrity

checks = (
    https,
    mixed_content,
    hsts,
    csp,
    clickjacking,
    misc_headers,
    cookies,
    payment_scripts,
    script_integrity,
    card_fields_isolated,
    no_data_in_url,
)
