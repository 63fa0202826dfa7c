"""Numbers in messages, with their nouns in the right number."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: "1 page", "3 pages", "2 boxes"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
