#!/usr/bin/env python3
"""Every report of a folder or a table through `baoshu stream` to Parquet: the claims, by region and year, and the bad records.

    spark-submit --py-files schema.py job.py --folder hdfs:///reports --out hdfs:///claims
    spark-submit --py-files schema.py job.py --table hdfs:///pages.parquet --out hdfs:///claims

A folder holds reports in any format that baoshu reads. A table has a column `id`, and `text` or `content` (a file's
bytes); it may have `file`, `title`, `region` and `year`.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import time
from urllib.parse import unquote

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import base64, col, explode, from_json, lit, struct, to_json
from pyspark.sql.types import ArrayType, IntegerType, StringType, StructField, StructType
from pyspark.storagelevel import StorageLevel

from schema import struct_of

FACTS = ("file", "title", "region", "year")


def main() -> int:
    options = parse_options()
    spark = SparkSession.builder.appName("baoshu").getOrCreate()
    spark.sparkContext.setLogLevel("WARN")
    try:
        reports = records_of_folder(spark, options) if options.folder else records_of_table(spark, options)
        here = shlex.split(options.here or options.baoshu)
        row = struct_of(json.loads(subprocess.check_output([*here, "schema", "table"])))
        counts = run(spark, reports, row, options)
    finally:
        spark.stop()
    print(json.dumps(counts))
    return 0 if counts["answers"] == counts["records"] else 1


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--folder", help="reports, one a file, in folders of any depth")
    source.add_argument("--table", help="reports, one a row, in Parquet, or by the ending in .json, .ndjson or .csv")
    parser.add_argument("--glob", default="*", help="of a folder: the names to take, *.{txt,docx,pdf}")
    parser.add_argument("--out", required=True, help="where claims/ and errors/ are written; what is there is replaced")
    parser.add_argument("--partitions", type=int, help="as many as the input gives where not said")
    parser.add_argument("--baoshu", default="baoshu", help="the command, as it is called on the executors")
    parser.add_argument("--here", help="the same on the driver, where it lies elsewhere")
    parser.add_argument("--options", default="", help="more for it: '--min-confidence 0.9 --timeout 60'")
    return parser.parse_args()


def records_of_folder(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    """Id and path are the same: the file within the folder, 2020/年报.docx, as `baoshu batch .` in that folder has it."""
    files = (
        spark.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", options.glob)
        .load(options.folder)
    )
    folder = spark._jvm.org.apache.hadoop.fs.Path(options.folder)
    root = folder.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(folder)
    # file:/reports/2020/年报.docx, and listed file:///reports/2020/%E5%B9%B4...
    name = col("path").substr(lit(len(root.toString().rstrip("/")) + 2), lit(1 << 30)).alias("file")
    named = files.select(name, "content")
    inner = root.toUri().getPath().rstrip("/") + "/"
    listed = spark.createDataFrame([(unquote(uri).partition(inner)[2],) for uri in files.inputFiles()], "file string")
    # Spark passes over empty files; they are records too, which baoshu refuses by name
    empty = listed.join(named.select("file"), "file", "left_anti").withColumn("content", lit(b""))
    return named.unionByName(empty).withColumn("id", col("file"))


def records_of_table(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    ending = os.path.splitext(options.table.rstrip("/"))[1]
    if ending in (".json", ".ndjson", ".jsonl"):
        return spark.read.json(options.table)
    if ending == ".csv":
        return spark.read.csv(options.table, header=True, multiLine=True, escape='"')
    return spark.read.parquet(options.table)


def run(spark: SparkSession, reports: DataFrame, row: StructType, options: argparse.Namespace) -> dict:
    """Claims and errors to Parquet. A dead process fails its task, which Spark tries again; a bad record does not."""
    records = reports.repartition(options.partitions, "id") if options.partitions else reports
    command = f"{options.baoshu} stream --rows --exit-zero {options.options}"
    fields = [
        StructField("id", StringType()),
        StructField("rows", ArrayType(row)),
        StructField("line", IntegerType()),
        StructField("error", StringType()),
    ]
    answer = from_json("value", StructType(fields), {"mode": "FAILFAST"}).alias("answer")
    start = time.monotonic()
    # Two tables and two counts are made of one reading. What is lost with an executor is made again, and is the same
    answers = piped(spark, lines_of(records), command).select(answer).select("answer.*").persist(StorageLevel.DISK_ONLY)
    claims = answers.select(col("id").alias("record_id"), explode("rows").alias("row")).select("record_id", "row.*")
    # One file a region and year, or several where that would be a large one
    together = spark.sql("SELECT /*+ REBALANCE(report_region, year) */ * FROM {claims}", claims=claims)
    write(together, f"{options.out}/claims", ["report_region", "year"])
    errors = answers.where("error is not null").select(col("id").alias("record_id"), "error")
    write(errors.coalesce(1), f"{options.out}/errors")
    seconds = round(time.monotonic() - start, 1)
    return {"records": reports.count(), "answers": answers.count(), "errors": errors.count(), "seconds": seconds}


def lines_of(records: DataFrame) -> DataFrame:
    """Each record as baoshu takes it; the id stands first, so that it is known of a line that cannot be read, too."""
    given = [col(name) for name in FACTS if name in records.columns]
    body = base64("content").alias("base64") if "content" in records.columns else col("text")
    return records.select(to_json(struct(col("id").cast("string").alias("id"), *given, body)).alias("value"))


def piped(spark: SparkSession, lines: DataFrame, command: str) -> DataFrame:
    """rdd.pipe of the JVM. That of Python runs every line through a Python process, and stands still for ever where
    its input cannot be read."""
    jvm = spark._jvm
    words = jvm.java.util.ArrayList()
    for word in shlex.split(command):
        words.add(word)
    text = jvm.org.apache.spark.sql.Encoders.STRING()
    rdd = getattr(lines._jdf, "as")(text).toJavaRDD().pipe(words, jvm.java.util.HashMap(), False, 65536, "UTF-8")
    return DataFrame(spark._jsparkSession.createDataset(rdd.rdd(), text).toDF(), spark)


def write(table: DataFrame, path: str, partitions: list = ()) -> None:
    table.write.mode("overwrite").partitionBy(*partitions).parquet(path)


if __name__ == "__main__":
    sys.exit(main())
