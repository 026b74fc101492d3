"""The command of docs/operations.md for a cluster, against a real standalone master and worker on loopback.

The driver runs on the worker (--deploy-mode cluster): what it needs must not depend on where spark-submit was called.
"""

import json
import os
import re
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
DAY = "2026-01-31"
PATIENCE = 600  # seconds that a busy machine may take; a quiet one needs some 20 for each driver
# A source that no shipped file knows: it is ingested only where the driver has read this file.
OVERLAY = """
sources:
  mine:
    priority: 1
    datasets:
      movies: {format: movielens-movies, paths: ["mine.csv"]}
"""


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def environment():
    output(HOME / "scripts/build", "--submit")
    spark = Path(output(HOME / "scripts/setup", "spark"))
    return {
        **os.environ,
        "SPARK_HOME": str(next(spark.glob("lib/python*/site-packages/pyspark"))),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "512m",
        "SPARK_NO_DAEMONIZE": "1",
        "PYSPARK_PYTHON": str(spark / "bin/python"),
    }


class Daemon:
    """A process of the cluster, whose log says where it listens."""

    def __init__(self, environment, log, name, *arguments):
        command = [f"{environment['SPARK_HOME']}/bin/spark-class", f"org.apache.spark.deploy.{name}", *arguments]
        self.log = log
        with log.open("w") as out:
            self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)

    def awaits(self, pattern):
        """The first group of the pattern, once the log has it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = re.search(pattern, self.log.read_text())
            if found:
                return found.group(1)
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError(f"{pattern} is not in {self.log.read_text()}")

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture(scope="module")
def cluster(environment, tmp_path_factory):
    """Addresses of the master and of its web page."""
    folder = tmp_path_factory.mktemp("cluster")
    ports = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
    master = Daemon(environment, folder / "master.log", "master.Master", *ports)
    try:
        address = master.awaits(r"Starting Spark master at (spark://\S+)")
        page = master.awaits(r"MasterWebUI.* at (http://\S+)")
        size = ["--cores", "3", "--memory", "3g", "--work-dir", folder / "work"]
        worker = Daemon(environment, folder / "worker.log", "worker.Worker", *ports, *size, address)
        try:
            worker.awaits(r"(Successfully registered with master)")
            yield address, page, folder / "work"
        finally:
            worker.stop()
    finally:
        master.stop()


@pytest.fixture
def dumps(tmp_path):
    folder = tmp_path / "dumps"
    folder.mkdir()
    (folder / "mine.csv").write_text("movieId,title,genres\n1,Heat (1995),Crime\n2,Ronin (1998),Action\n")
    return folder


def state(page, driver):
    """RUNNING, FINISHED, FAILED …, as the master sees a driver."""
    with urllib.request.urlopen(f"{page}/json/") as answer:
        drivers = json.load(answer)
    known = {each["id"]: each["state"] for key, of in drivers.items() if key.endswith("drivers") for each in of}
    return known.get(driver)


def submit(environment, cluster, elsewhere, options, arguments):
    """Submits from a folder without any of the files; returns the state in which the driver ended, and its log."""
    master, page, work = cluster
    submitted = subprocess.run(
        [
            f"{environment['SPARK_HOME']}/bin/spark-submit",
            *["--master", master, "--deploy-mode", "cluster", *options],
            *["--conf", "spark.executor.memory=1g", "--class", "org.reelhouse.cli.Main"],
            (HOME / "jobs/pipeline/target/reelhouse.jar").as_uri(),
            *arguments,
        ],
        env=environment,
        cwd=elsewhere,
        capture_output=True,
        text=True,
    )
    found = re.search(r"(driver-\d+-\d+)", submitted.stdout + submitted.stderr)
    assert found, submitted.stdout + submitted.stderr
    driver = found.group(1)
    deadline = time.monotonic() + PATIENCE
    while state(page, driver) in ("SUBMITTED", "RUNNING", "RELAUNCHING", None) and time.monotonic() < deadline:
        time.sleep(0.3)
    logs = [(work / driver / name).read_text() for name in ("stdout", "stderr") if (work / driver / name).is_file()]
    return state(page, driver), "\n".join(logs)


@pytest.mark.parametrize("sent_along", [False, True], ids=["by its URI", "by the name of what --files sent"])
def test_the_driver_on_the_worker_reads_the_settings(environment, cluster, dumps, tmp_path, sent_along):
    overlay = tmp_path / "settings" / "mine.yaml"
    overlay.parent.mkdir()
    overlay.write_text(OVERLAY)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    lake = tmp_path / "lake"
    arguments = ["ingest", "--lake", lake.as_uri(), "--data", dumps.as_uri(), "--as-of", DAY, "--profile", "cluster"]

    ended, log = submit(
        environment,
        cluster,
        elsewhere,
        ["--files", overlay.as_uri()] if sent_along else [],
        [*arguments, "--conf", overlay.name if sent_along else overlay.as_uri()],
    )

    assert ended == "FINISHED", log[-8000:]
    assert (lake / f"raw/mine/movies/snapshot={DAY}/_manifest.json").is_file(), log[-8000:]
    assert list((lake / "ops/job_run/_delta_log").glob("*.json"))
