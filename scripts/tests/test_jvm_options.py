"""The JVM's options of a profile, and the archive of classes that goes with them where the JVM survives it."""

import os
import subprocess
from pathlib import Path

import pytest

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


def call(script, *arguments, **variables):
    """What a script prints; none of the caller's own settings of the JVM take part."""
    own = ("REELHOUSE_HEAP", "REELHOUSE_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    environment.update({name: str(value) for name, value in variables.items()})
    command = [HOME / "scripts" / script, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """A cache folder with the archive of the classes of the probe, which lies there too."""
    folder = tmp_path_factory.mktemp("cache")
    (folder / "Probe.java").write_text(PROBE)
    subprocess.run(["javac", "-d", folder, folder / "Probe.java"], check=True)
    subprocess.run(["jar", "-c", "-f", folder / "probe.jar", "-C", folder, "."], check=True)
    recording = call("class-archive", "record", REELHOUSE_CACHE=folder)
    subprocess.run(["java", *recording, "-cp", folder / "probe.jar", "Probe"], check=True)
    call("class-archive", "make", folder / "probe.jar", REELHOUSE_CACHE=folder)
    return folder


def options(cache, name="laptop", **variables):
    return call("jvm-options", name, cache / "probe.jar", REELHOUSE_CACHE=cache, **variables)


def has_archive(options):
    return any(option.startswith("-XX:SharedArchiveFile=") for option in options)


def test_the_laptop_has_an_archive_and_the_cluster_and_the_default_have_none(cache):
    assert has_archive(options(cache))
    assert not has_archive(options(cache, "cluster"))
    assert options(cache, "default") == []


@pytest.mark.parametrize("variable", ["REELHOUSE_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"])
@pytest.mark.parametrize("option", WATCHING)
def test_an_agent_or_a_recording_leaves_the_archive_out(cache, variable, option):
    assert not has_archive(options(cache, **{variable: f"-Dsome=thing {option}"}))


def test_a_jvm_with_a_recording_lives_and_records(cache):
    recording = cache / "run.jfr"
    watched = f"-XX:StartFlightRecording=filename={recording}"

    run = subprocess.run(
        ["java", *options(cache, REELHOUSE_JAVA_OPTIONS=watched), "-cp", cache / "probe.jar", "Probe"],
        cwd=cache,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "Pair[left=1, right=2, weight=3.0, name=four]" in run.stdout
    assert recording.stat().st_size > 0


def test_the_heap_of_the_caller_replaces_that_of_the_profile(cache):
    heap = [option for option in options(cache, REELHOUSE_HEAP="6g") if option.startswith("-Xm")]

    assert heap == ["-Xms6g", "-Xmx6g"]


def test_a_file_of_ones_own_is_taken_and_a_missing_one_is_named(cache, tmp_path):
    (tmp_path / "mine.jvm").write_text("# why\n-Xmx1g # and how\n\n-XX:+UseSerialGC\n")

    assert options(cache, tmp_path / "mine.jvm") == ["-Xmx1g", "-XX:+UseSerialGC"]
    assert options(cache, tmp_path / "mine.yaml") == ["-Xmx1g", "-XX:+UseSerialGC"]
    assert options(cache, tmp_path / "other.yaml") == []
    with pytest.raises(subprocess.CalledProcessError) as failure:
        options(cache, "lapdog")
    assert "lapdog.jvm: no such readable file" in failure.value.stderr


@pytest.mark.parametrize("name", ["laptop", "cluster"])
def test_a_jvm_takes_the_file_of_each_profile_as_it_stands(name):
    subprocess.run(["java", f"@{HOME}/conf/profiles/{name}.jvm", "-version"], check=True, capture_output=True)
