"""An audit as tests: `pytest --shop-url https://shop.example`. See docs/pytest.md.

pytest loads the plugin in every project of an environment, so it imports nothing of the engine until a shop is named.
"""
