"""Makes the tables, the static files and the catalogue that each run of the shop starts from."""

import django
from django.core.management import call_command
from django.test import Client


def main():
    """Build everything once."""
    django.setup()
    from shop import catalogue

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    catalogue.fill()
    call_command("rebuild_index", interactive=False, verbosity=0)
    warm_thumbnails(catalogue.Product.objects.all())


def warm_thumbnails(products):
    """Visit the catalogue once, so that no visitor waits for a thumbnail to be drawn."""
    visitor = Client(SERVER_NAME="127.0.0.1")
    for address in ["/catalogue/", *(product.get_absolute_url() for product in products)]:
        answer = visitor.get(address)
        assert answer.status_code == 200, f"{address} answered {answer.status_code}"


if __name__ == "__main__":
    main()
