"""Checks of the category trust."""

from auditor_checks.trust.legal_pages import legal_pages
from auditor_checks.trust.no_dead_odr_link import no_dead_odr_link

checks = (legal_pages, no_dead_odr_link)
