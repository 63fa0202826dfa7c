"""What things are called in shops: phrases per language as data, and the matcher that finds them.

Public: `Lexicon`, `Match`, `normalise`, `phrase_source`, `detect_language`, `LANGUAGES`.
"""

from auditor.lexicon.language import LANGUAGES, detect_language
from auditor.lexicon.matcher import Lexicon, Match
from auditor.lexicon.normalise import normalise
from auditor.lexicon.phrase import phrase_source

__all__ = ["LANGUAGES", "Lexicon", "Match", "detect_language", "normalise", "phrase_source"]
