from auditor.model.category import CATEGORIES, CATEGORY_BY_ID


def test_weights_add_up_to_a_hundred_per_cent() -> None:
    assert sum(category.weight for category in CATEGORIES) == 100


def test_the_checkout_weighs_most() -> None:
    assert max(CATEGORIES, key=lambda category: category.weight).id == "checkout"


def test_categories_are_found_by_their_ids() -> None:
    assert len(CATEGORY_BY_ID) == len(CATEGORIES) == 12
    assert CATEGORY_BY_ID["trust"].weight == 9
