"""The notes of the traps."""

from django.db import models


class CardSeen(models.Model):
    """A card number arrived in a form; only its end is kept."""

    ending = models.CharField(max_length=4)
    path = models.CharField(max_length=255)
