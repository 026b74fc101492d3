"""scripts/test runs its stages in order, says which failed, and prints the seconds of each."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]


class StagesTest(unittest.TestCase):
    """A copy of the script among commands that only note that they were called."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        for name in ("scripts/tests", "dags/tests", "notebooks", "bin", "environment/bin"):
            (self.home / name).mkdir(parents=True)
        shutil.copy(SCRIPTS / "test", self.home / "scripts/test")
        (self.home / "scripts/tests/test_nothing.py").write_text("")
        self.command("scripts/require", "")
        self.command("scripts/commit-subjects", "")
        self.command("scripts/setup", f"echo {self.home}/environment")
        for name in ("shellcheck", "ruff"):
            self.command(f"environment/bin/{name}", "")
        self.command("environment/bin/python", 'echo "pytest in $AIRFLOW_HOME"')
        self.command("bin/mvn", 'echo "mvn $*"')
        self.command("bin/python3", 'echo "python3 $*"')

    def command(self, name, body):
        (self.home / name).write_text(f"#!/bin/sh\n{body}\n")
        (self.home / name).chmod(0o755)

    def run_stages(self, *arguments):
        path = f"{self.home / 'bin'}:{os.environ['PATH']}"
        command = [self.home / "scripts/test", *arguments]
        return subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True)

    def summary(self, run):
        """Stage and whether it failed, in the order of the summary."""
        lines = run.stdout.split("== Seconds\n")[1].splitlines()
        return [re.fullmatch(r"(\w+) +\d+( +failed)?", line).groups(default="") for line in lines]

    def test_runs_all_stages_and_prints_the_seconds_of_each(self):
        run = self.run_stages()

        self.assertEqual((run.returncode, run.stderr), (0, ""))
        stages = ["lint", "unit", "jobs", "airflow"]
        self.assertEqual(re.findall(r"^== ([a-z]+)$", run.stdout, re.MULTILINE), stages)
        self.assertEqual(self.summary(run), [(stage, "") for stage in [*stages, "all"]])

    def test_stops_at_the_stage_that_fails_and_names_it(self):
        self.command("bin/mvn", 'case "$*" in *-Dgroups=spark*) exit 1 ;; esac')

        run = self.run_stages()

        self.assertEqual(run.returncode, 1)
        self.assertEqual([stage for stage, _ in self.summary(run)], ["lint", "unit", "jobs", "all"])
        self.assertEqual(self.summary(run)[2][1].strip(), "failed")
        self.assertNotIn("pytest", run.stdout)

    def test_a_stage_runs_alone_by_its_name(self):
        for stage in ("lint", "unit", "jobs", "airflow"):
            run = self.run_stages(stage)

            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertEqual(self.summary(run), [(stage, ""), ("all", "")])

    def test_every_java_test_is_in_the_stage_unit_or_in_the_stage_jobs(self):
        unit, jobs = (self.run_stages(stage).stdout for stage in ("unit", "jobs"))

        self.assertIn("-DexcludedGroups=spark ", unit)
        self.assertIn("-Dgroups=spark ", jobs)
        self.assertNotIn("-DexcludedGroups", jobs)

    def test_quick_leaves_out_slow_tests_linters_and_airflow(self):
        run = self.run_stages("--quick")

        self.assertEqual(self.summary(run), [("unit", ""), ("quick", ""), ("all", "")])
        self.assertIn("-DexcludedGroups=slow", run.stdout)

    def test_leaves_no_home_of_airflow_behind(self):
        run = self.run_stages("airflow")

        airflow_home = re.search(r"pytest in (\S+)", run.stdout)[1]
        self.assertFalse(Path(airflow_home).exists())

    def test_refuses_what_is_no_stage(self):
        run = self.run_stages("everything")

        self.assertEqual(run.returncode, 2)
        self.assertIn("usage: scripts/test [lint | unit | jobs | airflow | --quick]", run.stderr)


if __name__ == "__main__":
    unittest.main()
