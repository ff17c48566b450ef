-- The articles with the most errors, then the most warnings.
with worst as (
    select *
    from counted
    where error + warning + info > 0
    order by error desc, warning desc, info desc, document
    limit $most
)

select
    document,
    path,
    url,
    title,
    documents.site,
    published,
    error,
    warning,
    info
from worst
inner join documents using (document)
order by error desc, warning desc, info desc, document
