"""Checks of the category security."""

from auditor_checks.security.cookies import cookies
from auditor_checks.security.misc_headers import misc_headers

checks = (cookies, misc_headers)
