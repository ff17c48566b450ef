-- The sentences with the most findings in all articles, each with the article it stood in first.
with sentences as (
    select
        sentence_key,
        count(distinct document) as documents,
        count(*) filter (where severity = 'error') as error,
        count(*) filter (where severity = 'warning') as warning,
        count(*) filter (where severity = 'info') as info
    from findings
    where sentence <> ''
    group by sentence_key
    order by error + warning + info desc, error desc, warning desc, sentence_key
    limit $most
),

firsts as (
    select
        sentence_key,
        sentence,
        document,
        path,
        url,
        title,
        site,
        published
    from findings
    inner join documents using (document)
    where sentence_key in (select sentence_key from sentences)
    qualify row_number() over (partition by sentence_key order by published nulls last, document, finding) = 1
)

select
    sentence_key,
    sentence,
    documents,
    error,
    warning,
    info,
    document,
    path,
    url,
    title,
    site,
    published
from sentences
inner join firsts using (sentence_key)
order by error + warning + info desc, error desc, warning desc, sentence_key
