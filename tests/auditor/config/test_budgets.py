from auditor.config.budgets import budgets_of
from auditor.gate.rules import Budget
from auditor.model.stage import Stage


def test_tables_say_where_a_budget_counts() -> None:
    table = {"cls": 0.1, "cart": {"cls": 0.2}, "mobile": {"cls": 0.3, "cart": {"cls": 0.4}}}
    assert list(budgets_of(table)) == [
        Budget("cls", 0.1),
        Budget("cls", 0.2, stage=Stage.CART),
        Budget("cls", 0.3, device="mobile"),
        Budget("cls", 0.4, device="mobile", stage=Stage.CART),
    ]
