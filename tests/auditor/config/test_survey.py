from pathlib import Path

import pytest

from auditor.config.load import load_config
from auditor.errors import ConfigError


def load(folder: Path, text: str, **flags: object) -> object:
    (folder / "auditor.toml").write_text(text, encoding="utf-8")
    return load_config(flags, folder=folder, environ={}).settings.survey


MAPPING = '[survey.metrics.nps]\ncolumn = "q1"\nscale = [0, 10]\n'


def test_the_file_stands_in_the_table_or_comes_as_a_flag(tmp_path: Path) -> None:
    told = load(tmp_path, f'[survey]\nfile = "responses.csv"\n{MAPPING}')
    assert told.file == tmp_path / "responses.csv"  # type: ignore[attr-defined]
    assert load(tmp_path, MAPPING, survey={"file": "other.csv"}).file == Path("other.csv")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[survey]\nfile = "a.csv"', "say in [survey.metrics.nps], csat, ces2 or ces1 which column holds what"),
        ('[survey.metrics.npss]\ncolumn = "q"\nscale = [0, 10]', "There is no metric called 'npss' in [survey.metrics]"),
        ('[survey.metrics.nps]\ncolumn = "q"', "survey.metrics.nps.scale from"),
        ('[survey.metrics.nps]\ncolumn = "q"\nscale = [1, 10]', "Net Promoter Score is asked on a scale of [0, 10], not [1, 10]"),
        ('[survey.metrics.ces2]\ncolumn = "q"\nscale = [1, 5]', "Customer Effort Score 2.0 is asked on a scale of [1, 7]"),
        ('[survey.metrics.csat]\ncolumn = "q"\nscale = [5, 1]', "from the lowest to the highest"),
        ('[survey.metrics.csat]\ncolumn = "q"\nscale = [1, 3]', "too few answers"),
        ('[survey]\nfiel = "a.csv"', "There is no setting called 'fiel' in [survey]"),
        ('[survey.stages]\nbasket = "kart"', "Input should be 'home'"),
        ("[survey]\npopulation = 0", "greater than or equal to 1"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert words in str(caught.value)
    assert "auditor.toml" in str(caught.value)
