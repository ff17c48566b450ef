-- The sentences with the most findings in all articles.
select
    sentence_key,
    count(distinct document) as documents,
    count(*) filter (where severity = 'error') as error,
    count(*) filter (where severity = 'warning') as warning,
    count(*) filter (where severity = 'info') as info
from chosen_findings
where sentence <> ''
group by sentence_key
order by error + warning + info desc, error desc, warning desc, sentence_key
limit $most
