"""The distributed engine: Apache Spark reads, examines and writes; needs the extra ``spark`` and Java."""
