-- The articles that are long enough to be compared, numbered from the oldest.
select
    document,
    site,
    title,
    published,
    bands,
    row_number() over (order by published nulls last, document) as place
from chosen_documents
where cardinality(bands) > 0
