"""docs/architecture.md explains every package of the Java code."""

import re
import unittest
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]


def packages():
    """Packages below org.reelhouse that hold main code; the root is (root)."""
    roots = HOME.glob("jobs/*/src/main/java/org/reelhouse")
    folders = {file.parent.relative_to(root) for root in roots for file in root.rglob("*.java")}
    return {".".join(folder.parts) or "(root)" for folder in folders}


def explained():
    """Packages that have a row in the table of the page."""
    text = (HOME / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("## Packages")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `?([a-z.()]+)`? \| \w", table, re.MULTILINE)) - {"package"}


class ArchitecturePageTest(unittest.TestCase):
    def test_every_package_has_a_sentence(self):
        self.assertEqual(sorted(packages() - explained()), [])


if __name__ == "__main__":
    unittest.main()
