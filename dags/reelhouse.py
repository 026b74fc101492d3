"""The Reelhouse pipeline: one spark-submit for each job, in the order its tables ask for.

The graph is dags/graph.json, which `reelhouse graph` prints; a test keeps it true. Where things are comes from
the environment, so that parsing touches neither network nor database; scripts/airflow sets it.
"""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG

HERE = Path(__file__).parent
GRAPH = json.loads((HERE / "graph.json").read_text())
# A run triggered by hand may have no logical date; the day it runs after is then the day it is about.
AS_OF = "{{ (dag_run.logical_date or dag_run.run_after).strftime('%Y-%m-%d') }}"
JAR = os.environ.get("REELHOUSE_JAR", str(HERE.parent / "jobs/pipeline/target/reelhouse.jar"))
ARGUMENTS = ["--lake", os.environ.get("REELHOUSE_LAKE", str(HERE.parent / "lake")), "--as-of", AS_OF]
ARGUMENTS += ["--data", os.environ.get("REELHOUSE_DATA", str(HERE.parent / "data-samples"))]
ARGUMENTS += ["--run-id", "{{ run_id }}", *os.environ.get("REELHOUSE_ARGUMENTS", "").split()]
# A driver on the cluster does not see this environment.
PROFILE = os.environ.get("REELHOUSE_PROFILE")
ARGUMENTS += ["--profile", PROFILE] if PROFILE else []

with DAG(
    dag_id="reelhouse",
    description="One clean catalogue of films, series and anime out of many sources.",
    doc_md=__doc__,
    schedule="@daily",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["reelhouse"],
    default_args={
        "retries": int(os.environ.get("REELHOUSE_RETRIES", "2")),
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": True,
        "pool": "reelhouse",  # one slot: Delta tables of this lake have one writer
    },
) as dag:
    tasks = {
        job["name"]: SparkSubmitOperator(
            task_id=job["name"],
            doc_md=f"{job['description']}\n\nReads: {', '.join(job['reads'])}\n\nWrites: {', '.join(job['writes'])}",
            conn_id="reelhouse_spark",
            application=JAR,
            java_class="org.reelhouse.cli.Main",
            driver_class_path=JAR,
            properties_file=os.environ.get("REELHOUSE_SPARK_DEFAULTS"),
            name=f"reelhouse {job['name']}",
            application_args=[job["name"], *ARGUMENTS],
        )
        for job in GRAPH["jobs"]
    }
    for job in GRAPH["jobs"]:
        tasks[job["name"]].set_upstream([tasks[upstream] for upstream in job["upstream"]])
