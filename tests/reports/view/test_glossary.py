from auditor_reports.view.glossary import glossary


def test_every_term_has_one_meaning() -> None:
    terms = glossary()
    assert len({term.id for term in terms}) == len({term.word for term in terms}) == len(terms)
    assert [term.word for term in terms if not term.meaning.endswith(".")] == []
    wanted = {"lcp", "inp", "cls", "guest", "wcag", "klm", "coverage", "confidence"}
    assert wanted <= {term.id for term in terms}


def test_terms_stand_by_the_alphabet() -> None:
    words = [term.word.casefold() for term in glossary()]
    assert words == sorted(words)
