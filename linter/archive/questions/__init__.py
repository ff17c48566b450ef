"""What an archive is asked: a question is one statement of SQL, or a few that build on each other.

The statements keep to what DuckDB and Spark SQL have in common: parameters are written ``$name``, and what a filter
leaves of the store is called ``chosen_documents``, ``chosen_claims`` and ``chosen_findings``.
"""
