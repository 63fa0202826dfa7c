"""Checks of the category trust."""

from auditor_checks.trust.about_page import about_page
from auditor_checks.trust.balanced_choices import balanced_choices
from auditor_checks.trust.company_identity import company_identity
from auditor_checks.trust.legal_pages import legal_pages
from auditor_checks.trust.no_confirmshaming import no_confirmshaming
from auditor_checks.trust.no_dead_odr_link import no_dead_odr_link
from auditor_checks.trust.no_fake_countdown import no_fake_countdown
from auditor_checks.trust.postal_address import postal_address
from auditor_checks.trust.review_transparency import review_transparency

checks = (
    company_identity,
    postal_address,
    legal_pages,
    about_page,
    review_transparency,
    no_fake_countdown,
    no_confirmshaming,
    balanced_choices,
    no_dead_odr_link,
)
