-- The articles with the most errors, then the most warnings.
with worst as (
    select *
    from counted
    where error + warning + info > 0
    order by error desc, warning desc, info desc, document
    limit $most
)

select
    worst.document,
    documents.path,
    documents.url,
    documents.title,
    documents.site,
    documents.published,
    worst.error,
    worst.warning,
    worst.info
from worst
inner join documents on worst.document = documents.document
