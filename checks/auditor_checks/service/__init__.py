"""Checks of the category service."""

from auditor_checks.service.channel_consistency import channel_consistency
from auditor_checks.service.chat import chat
from auditor_checks.service.checkout_help import checkout_help
from auditor_checks.service.contact_everywhere import contact_everywhere
from auditor_checks.service.email_or_form import email_or_form
from auditor_checks.service.faq import faq
from auditor_checks.service.hours_response import hours_response
from auditor_checks.service.phone import phone
from auditor_checks.service.self_service import self_service
from auditor_checks.service.social import social

checks = (
    contact_everywhere,
    phone,
    email_or_form,
    hours_response,
    chat,
    social,
    faq,
    self_service,
    channel_consistency,
    checkout_help,
)
