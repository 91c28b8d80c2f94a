"""Reads web archives on a Spark cluster: each task pipes archives through `entente read`, and the readings are
written as JSON lines, which `entente ledger import` takes in.

    spark-submit --master spark://HOST:7077 scripts/spark/read_warcs.py LIST OUTPUT [--entente COMMAND] [--partitions N]

LIST is a text file with one path of a WARC a line; every worker must find the archives, and Entente, under the same
paths. OUTPUT is a folder that must not be there yet. docs/growth.md shows a whole run.
"""

import argparse
import json
import shlex
import subprocess
import tempfile

from pyspark.sql import SparkSession

# What a reader is told when some inputs could not be read; each has a line on standard error.
SOME_UNREADABLE = 1


def main():
    given = arguments()
    spark = SparkSession.builder.appName("entente read").getOrCreate()
    context = spark.sparkContext
    read = context.accumulator(0)
    troubled = context.accumulator(0)
    command = shlex.split(given.entente)

    def readings(paths):
        for path in paths:
            for line in readings_of(command, path, troubled):
                read.add(1)
                yield line

    paths = [line.strip() for line in open(given.list, encoding="utf-8") if line.strip()]
    if not paths:
        raise SystemExit(f"{given.list}: names no archives")
    # One archive a task: a task that fails, or whose machine is lost, is done again as a whole.
    archives = context.parallelize(paths, given.partitions or len(paths))
    archives.mapPartitions(readings).saveAsTextFile(
        given.output, "org.apache.hadoop.io.compress.GzipCodec" if given.gzip else None
    )
    # Accumulators also count what was done again; the readings in OUTPUT are from one try each.
    print(json.dumps({"archives": len(paths), "readings": read.value, "troubled archives": troubled.value}))
    spark.stop()


def readings_of(command, path, troubled):
    """The readings of one archive, as they are made; a reader that ends badly fails the task, and Spark tries again."""
    with tempfile.TemporaryFile() as said:
        reader = subprocess.Popen(
            [*command, "read", path, "--workers", "1"], stdout=subprocess.PIPE, stderr=said, encoding="utf-8"
        )
        for line in reader.stdout:
            yield line.rstrip("\n")
        code = reader.wait()
        if code == 0:
            return
        said.seek(0)
        last = said.read()[-4000:].decode("utf-8", "replace")
        if code != SOME_UNREADABLE:
            raise RuntimeError(f"{path}: entente read ended with {code}: {last}")
        troubled.add(1)
        print(f"{path}: {last}")


def arguments():
    parser = argparse.ArgumentParser(description="Reads web archives with Entente on a Spark cluster.")
    parser.add_argument("list", help="a file with one path of a WARC a line")
    parser.add_argument("output", help="the folder to write; must not be there yet")
    parser.add_argument("--entente", default="entente", help="the command, as every worker finds it")
    parser.add_argument("--partitions", type=int, help="tasks to make of the list; one for each archive by default")
    parser.add_argument("--gzip", action="store_true", help="pack what is written")
    return parser.parse_args()


if __name__ == "__main__":
    main()
