"""What an archive is made of: folders, files, JSONL, CSV, Parquet and WARC, as batches of articles."""
