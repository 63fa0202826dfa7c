"""Checks of the category relationship."""

from auditor_checks.relationship.newsletter import newsletter
from auditor_checks.relationship.recommendations import recommendations

checks = (newsletter, recommendations)
