"""Checks of the category relationship."""

from auditor_checks.relationship.feedback import feedback
from auditor_checks.relationship.local import local
from auditor_checks.relationship.loyalty import loyalty
from auditor_checks.relationship.newsletter import newsletter
from auditor_checks.relationship.recently_viewed import recently_viewed
from auditor_checks.relationship.recommendations import recommendations
from auditor_checks.relationship.wishlist import wishlist

checks = (feedback, local, loyalty, newsletter, recently_viewed, recommendations, wishlist)
