from auditor_reports.pdf.paper import on_paper


def test_what_is_folded_is_opened_but_what_is_left_to_the_screen() -> None:
    rest = '<details class="fold overview" open><details class="fold extra"><details class="zoom">'
    opened = on_paper(f'<details class="fold"><details class="fold steps">{rest}')
    assert opened == f'<details class="fold" open><details class="fold steps" open>{rest}'


def test_a_text_is_no_fold() -> None:
    text = '<p>&lt;details class="fold"&gt;</p>'
    assert on_paper(text) == text
