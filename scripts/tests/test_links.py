"""Every relative link of the documentation leads to a file, and its anchor to a heading of that file."""

import re
import unittest
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def pages():
    """The pages of the repository that people read."""
    top = [page for name in ("README", "CHANGELOG", "CONTRIBUTING") if (page := HOME / f"{name}.md").is_file()]
    return top + sorted((HOME / "docs").rglob("*.md"))


def links(text):
    """The relative links of a page; code is no link."""
    return [link for link in LINK.findall(CODE.sub("", text)) if not re.match(r"[a-z]+:", link)]


def anchors(text):
    """The names under which headings can be linked to, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def named(text):
    """The pages below docs/ that a comment or message names."""
    return re.findall(r"\bdocs/[\w./-]+\.md\b", text)


def broken(page, text):
    """What is wrong with the links of a page, a line for each."""
    wrong = []
    for link in links(text):
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if not target.exists():
            wrong.append(f"{page.relative_to(HOME)}: there is no {link}")
        elif anchor and anchor not in anchors(target.read_text(encoding="utf-8") if path else text):
            wrong.append(f"{page.relative_to(HOME)}: {path or 'the page'} has no heading #{anchor}")
    return wrong


class LinksTest(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        wrong = [line for page in pages() for line in broken(page, page.read_text(encoding="utf-8"))]

        self.assertEqual(wrong, [])

    def test_every_page_below_docs_can_be_reached_from_its_index(self):
        index, reached = HOME / "docs" / "README.md", set()
        todo = [index]
        while todo:
            page = todo.pop()
            if page in reached:
                continue
            reached.add(page)
            for link in links(page.read_text(encoding="utf-8")):
                target = (page.parent / link.partition("#")[0]).resolve()
                todo += [target] if target.suffix == ".md" and target.is_file() else []

        self.assertEqual(sorted(set((HOME / "docs").rglob("*.md")) - reached), [])

    def test_every_page_that_code_names_exists(self):
        files = [
            file for folder in ("conf", "dags", "jobs", "notebooks", "scripts") for file in (HOME / folder).rglob("*")
        ]
        code = [file for file in files if file.is_file() and not {"target", "tests", "__pycache__"} & set(file.parts)]
        text = {file: file.read_text(encoding="utf-8", errors="replace") for file in code}
        wrong = [f"{file.name}: {page}" for file in code for page in named(text[file]) if not (HOME / page).is_file()]

        self.assertEqual(wrong, [])
        self.assertGreater(sum(len(named(content)) for content in text.values()), 5)

    def test_a_missing_file_and_a_missing_heading_are_found(self):
        page = HOME / "docs" / "README.md"

        wrong = broken(
            page, "# Two words\n[a](nothing.md) [b](#two-words) [c](#three) `[d](code.md)` [e](https://e.org)"
        )

        self.assertEqual(
            wrong, ["docs/README.md: there is no nothing.md", "docs/README.md: the page has no heading #three"]
        )


if __name__ == "__main__":
    unittest.main()
