"""scripts/commit-subjects on repositories of a few commits."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "commit-subjects"
OLD = "x" * 90
LONGEST = "é" * 71
AUTHOR = {f"GIT_{role}_{what}": "test" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class CommitSubjectsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.repository = Path(folder.name) / "repository"
        self.repository.mkdir()
        self.git("init", "--quiet")
        self.since = self.commit(OLD)

    def git(self, *arguments):
        run = ["git", "-c", "commit.gpgsign=false", *arguments]
        environment = {**os.environ, **AUTHOR}
        done = subprocess.run(run, cwd=self.repository, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, subject):
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def check(self, folder=None, since=None):
        command = [SCRIPT, since or self.since]
        return subprocess.run(command, cwd=folder or self.repository, capture_output=True, text=True)

    def test_a_subject_of_71_characters_passes_and_older_ones_do_not_count(self):
        self.commit(LONGEST)

        self.assertEqual((self.check().returncode, self.check().stderr), (0, ""))

    def test_a_subject_of_72_characters_stops_and_is_named(self):
        commit = self.commit(LONGEST + "!")
        self.commit("Short")

        checked = self.check()

        self.assertEqual(checked.returncode, 1)
        self.assertIn(f"Commit {commit[:7]}", checked.stderr)
        self.assertIn("72 characters", checked.stderr)

    def test_a_shallow_clone_is_checked_at_its_newest_commit(self):
        self.commit("Short")
        clone = self.repository.parent / "clone"
        self.git("clone", "--quiet", "--depth", "1", self.repository.as_uri(), str(clone))

        self.assertEqual(self.check(clone).returncode, 0)

        self.commit(LONGEST + "!")
        shallow = self.repository.parent / "shallow"
        self.git("clone", "--quiet", "--depth", "1", self.repository.as_uri(), str(shallow))

        self.assertEqual(self.check(shallow).returncode, 1)

    def test_a_folder_that_is_no_repository_passes(self):
        archive = self.repository.parent / "archive"
        archive.mkdir()

        self.assertEqual(self.check(archive).returncode, 0)


if __name__ == "__main__":
    unittest.main()
