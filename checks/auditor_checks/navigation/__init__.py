"""Checks of the category navigation."""

from auditor_checks.navigation.not_found_page import not_found_page
from auditor_checks.navigation.search_no_results import search_no_results

checks = (not_found_page, search_no_results)
