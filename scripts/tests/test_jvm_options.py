"""The JVM's options of a profile, and the archive of classes that goes with them where the JVM survives it."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

HOME = Path(__file__).parents[2]
# Reads a record that was serialized, as tasks of Spark do. That loads classes which the JVM makes itself and an archive
# holds. On these Java 17 crashes where it shows classes to a recording.
PROBE = """
import java.io.*;

public class Probe {
  record Pair(int left, long right, double weight, String name) implements Serializable {}

  public static void main(String[] arguments) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Pair(1, 2, 3, "four"));
    }
    System.out.println(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject());
  }
}
"""
WATCHING = [
    "-javaagent:profiler.jar",
    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n",
    "-agentpath:/opt/profiler.so",
    "-XX:StartFlightRecording=filename=run.jfr",
    "-XX:+FlightRecorder",
]
VARIABLES = ["REELHOUSE_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"]
OWN = {"REELHOUSE_HEAP", "REELHOUSE_RECORD", "_JAVA_OPTIONS", *VARIABLES}


def call(script, *arguments, **variables):
    """What a script prints; none of the caller's own settings of the JVM take part."""
    environment = {name: value for name, value in os.environ.items() if name not in OWN}
    environment.update({name: str(value) for name, value in variables.items()})
    command = [HOME / "scripts" / script, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def java(*arguments, cwd):
    return subprocess.run(["java", *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def has_archive(options):
    return any(option.startswith("-XX:SharedArchiveFile=") for option in options)


class JvmOptionsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """A cache folder with the archive of the classes of the probe, which lies there too."""
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.cache = Path(folder.name)
        cls.jar = cls.cache / "probe.jar"
        (cls.cache / "Probe.java").write_text(PROBE)
        subprocess.run(["javac", "-d", cls.cache, cls.cache / "Probe.java"], check=True)
        subprocess.run(["jar", "-c", "-f", cls.jar, "-C", cls.cache, "."], check=True)
        recording = call("class-archive", "record", REELHOUSE_CACHE=cls.cache)
        subprocess.run(["java", *recording, "-cp", cls.jar, "Probe"], check=True, capture_output=True)
        call("class-archive", "make", cls.jar, REELHOUSE_CACHE=cls.cache)

    def options(self, name="laptop", **variables):
        return call("jvm-options", name, self.jar, REELHOUSE_CACHE=self.cache, **variables)

    def test_the_laptop_has_an_archive_and_the_cluster_and_the_default_have_none(self):
        self.assertTrue(has_archive(self.options()))
        self.assertFalse(has_archive(self.options("cluster")))
        self.assertEqual(self.options("default"), [])

    def test_an_agent_or_a_recording_leaves_the_archive_out(self):
        for variable in VARIABLES:
            for option in WATCHING:
                with self.subTest(variable=variable, option=option):
                    self.assertFalse(has_archive(self.options(**{variable: f"-Dsome=thing {option}"})))

    def test_a_jvm_with_a_recording_lives_and_records(self):
        recording = self.cache / "run.jfr"
        options = self.options(REELHOUSE_JAVA_OPTIONS=f"-XX:StartFlightRecording=filename={recording}")

        run = java(*options, "-cp", self.jar, "Probe", cwd=self.cache)

        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertIn("Pair[left=1, right=2, weight=3.0, name=four]", run.stdout)
        self.assertGreater(recording.stat().st_size, 0)

    def test_the_heap_of_the_caller_replaces_that_of_the_profile(self):
        heap = [option for option in self.options(REELHOUSE_HEAP="6g") if option.startswith("-Xm")]

        self.assertEqual(heap, ["-Xms6g", "-Xmx6g"])

    def test_a_file_of_ones_own_is_taken_and_a_missing_one_is_named(self):
        (self.cache / "mine.jvm").write_text("# why\n-Xmx1g # and how\n\n-XX:+UseSerialGC\n")

        for name, expected in [("mine.jvm", 2), ("mine.yaml", 2), ("other.yaml", 0)]:
            with self.subTest(name):
                self.assertEqual(self.options(self.cache / name), ["-Xmx1g", "-XX:+UseSerialGC"][:expected])
        with self.assertRaises(subprocess.CalledProcessError) as failure:
            self.options("lapdog")
        self.assertIn("lapdog.jvm: no such readable file", failure.exception.stderr)

    def test_a_jvm_takes_the_file_of_each_profile_as_it_stands(self):
        profiles = HOME / "conf/profiles"
        for file in profiles.glob("*.jvm"):
            with self.subTest(file.name):
                run = java(f"@{file.name}", "-version", cwd=profiles)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
