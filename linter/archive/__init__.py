"""Millions of articles: scanned into a store of Parquet files, and asked questions without reading them again."""
