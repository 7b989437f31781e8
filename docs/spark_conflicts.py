"""Find pairs of claims that cannot both be true: spark-submit spark_conflicts.py TABLES PAIRS.

TABLES is what `zhanaozen export parquet` wrote, PAIRS a folder that is not there yet; both can be addresses of a
distributed file system. The job needs nothing but Spark.
"""

import sys

from pyspark.sql import SparkSession

tables, pairs = sys.argv[1:]
spark = SparkSession.builder.appName("conflicts").getOrCreate()
for name in ("bounds", "enclosures"):
    spark.read.parquet(f"{tables}/{name}.parquet").createOrReplaceTempView(name)
for rule in ("counts", "cumulative", "parts"):
    [(text,)] = spark.read.text(f"{tables}/{rule}.sql", wholetext=True).collect()
    spark.sql(text).write.parquet(f"{pairs}/{rule}.parquet")
spark.stop()
