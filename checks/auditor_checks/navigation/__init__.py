"""Checks of the category navigation."""

from auditor_checks.navigation.breadcrumbs import breadcrumbs
from auditor_checks.navigation.cart_link import cart_link
from auditor_checks.navigation.current_scope import current_scope
from auditor_checks.navigation.filter_feedback import filter_feedback
from auditor_checks.navigation.filters import filters
from auditor_checks.navigation.lighthouse_seo import lighthouse_seo
from auditor_checks.navigation.links_work import links_work
from auditor_checks.navigation.list_item_info import list_item_info
from auditor_checks.navigation.menu_categories import menu_categories
from auditor_checks.navigation.no_auto_carousel import no_auto_carousel
from auditor_checks.navigation.no_intrusive_overlay import no_intrusive_overlay
from auditor_checks.navigation.not_found_page import not_found_page
from auditor_checks.navigation.search_exact import search_exact
from auditor_checks.navigation.search_help_content import search_help_content
from auditor_checks.navigation.search_no_results import search_no_results
from auditor_checks.navigation.search_suggestions import search_suggestions
from auditor_checks.navigation.search_typo import search_typo
from auditor_checks.navigation.search_visible import search_visible

checks = (
    breadcrumbs,
    cart_link,
    current_scope,
    filter_feedback,
    filters,
    lighthouse_seo,
    links_work,
    list_item_info,
    menu_categories,
    no_auto_carousel,
    no_intrusive_overlay,
    not_found_page,
    search_exact,
    search_help_content,
    search_no_results,
    search_suggestions,
    search_typo,
    search_visible,
)
