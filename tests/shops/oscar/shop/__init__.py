"""A django-oscar project: stock templates, two shipping methods, invoice or card, guests welcome."""
