"""Checks of the category speed."""

from auditor_checks.speed.cls import cls
from auditor_checks.speed.image_delivery import image_delivery
from auditor_checks.speed.inp_lab import inp_lab
from auditor_checks.speed.journey_errors import journey_errors
from auditor_checks.speed.journey_wait import journey_wait
from auditor_checks.speed.lcp import lcp
from auditor_checks.speed.lighthouse_performance import lighthouse_performance
from auditor_checks.speed.page_weight import page_weight
from auditor_checks.speed.third_party_load import third_party_load
from auditor_checks.speed.ttfb import ttfb

checks = (cls, image_delivery, inp_lab, journey_errors, journey_wait, lcp, lighthouse_performance, page_weight, third_party_load, ttfb)
