"""The documentation is written in short sentences. As a script, it prints each page's mean of words a sentence."""

import re
import unittest
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
MOST_WORDS = 20
GENERATED = {"docs/data-dictionary.md"}


def sentences(text):
    """The sentences of a page: of its paragraphs and items, without code, tables, headings and comments."""
    text = re.sub(r"^```.*?^```|<!--.*?-->", "\n\n", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^ {4}.*$|^\|.*$|^#.*$", "\n\n", text, flags=re.MULTILINE)
    text = re.sub(r"`[^`]*`", "code", re.sub(r"\]\([^)]*\)", "]", text))
    text = re.sub(r"^\s*(?:[-*]|\d+\.) ", "\n\n", text, flags=re.MULTILINE)
    for paragraph in re.split(r"\n\s*\n", text):
        yield from (part for part in re.split(r"(?<=[.!?])\s+", paragraph.strip()) if len(part.split()) > 1)


def mean_words(text):
    """Mean number of words of a sentence; 0 of a page that has none."""
    lengths = [len(sentence.split()) for sentence in sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def means():
    """The mean of each page that is written by hand."""
    pages = [page for page in (HOME / "README.md", HOME / "CONTRIBUTING.md") if page.is_file()]
    pages += [page for page in sorted((HOME / "docs").rglob("*.md")) if str(page.relative_to(HOME)) not in GENERATED]
    return {str(page.relative_to(HOME)): mean_words(page.read_text(encoding="utf-8")) for page in pages}


class ProseTest(unittest.TestCase):
    def test_sentences_are_short_on_every_page(self):
        long = {page: round(mean, 1) for page, mean in means().items() if mean >= MOST_WORDS}

        self.assertEqual(long, {})

    def test_counts_words_of_sentences_and_nothing_else(self):
        prose = "# A heading of words\nOne two three. Four `five six`\nseven.\n\n- An item\n\n"
        text = prose + "| a | row |\n\n```\nno text\n```\n"

        self.assertEqual([len(sentence.split()) for sentence in sentences(text)], [3, 3, 2])


if __name__ == "__main__":
    for name, mean in means().items():
        print(f"{mean:5.1f}  {name}")
