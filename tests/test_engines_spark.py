"""The job of docs/engines.md for Apache Spark, submitted as it stands to one machine, finds what the library finds."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import polars as pl
import pytest

from tests.strategies import small
from tests.test_engines import archive_of, by_library
from zhanaozen_archive._exporting.datapackage import named
from zhanaozen_archive._exporting.rules import RULES, rule_text

MISSING = [name for name, there in (("java", shutil.which("java")), ("pyspark", find_spec("pyspark"))) if not there]
JOB = Path(__file__).parents[1] / "docs" / "spark_conflicts.py"
ALONE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    "spark.ui.enabled": "false",
}


@pytest.mark.skipif(bool(MISSING), reason=f"Apache Spark is not here: no {' and no '.join(MISSING)}")
def test_the_job_finds_the_pairs_that_the_library_finds(tmp_path):
    """Two hundred small archives at once, the questions and claims of each under numbers of their own."""
    expected, tables = set(), {"bounds": [], "enclosures": []}
    for number in range(200):
        made = small(Random(number), "counts", most=12)  # noqa: S311 - no secret
        archive = archive_of(made.claims, made.codebook)
        expected |= {(rule, f"{number}{one}", f"{number}{two}", *told) for rule, one, two, *told in by_library(archive)}
        for name, rows in tables.items():
            rows.extend(renamed(row, number) for row in named(name).rows(archive))
    (tmp_path / "tables").mkdir()
    for name, rows in tables.items():
        pl.DataFrame(rows, infer_schema_length=None).write_parquet(tmp_path / "tables" / f"{name}.parquet")
    for rule in RULES:
        (tmp_path / "tables" / f"{rule}.sql").write_text(rule_text(rule))

    submit(JOB, tmp_path / "tables", tmp_path / "pairs")

    found = {
        (rule, *sorted((row["more"], row["less"])), row["reading"], row["gap"])
        for rule in RULES
        for row in pl.read_parquet(tmp_path / "pairs" / f"{rule}.parquet" / "*.parquet").to_dicts()
    }
    assert len(expected) > 500
    assert expected == found


def renamed(row, number):
    """The row with ids that no other archive has."""
    ids = {name: 1000 * number + row[name] for name in ("question", "part", "whole") if name in row}
    return row | ids | ({"claim": f"{number}{row['claim']}"} if "claim" in row else {})


def submit(*arguments):
    """Run a job on this machine alone."""
    settings = [word for name, value in ALONE.items() for word in ("--conf", f"{name}={value}")]
    program = Path(sys.executable).with_name("spark-submit")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [program, "--master", "local[1]", *settings, *map(str, arguments)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
