-- Findings by family ($by = 'family') or by check: the most frequent first, from the $most-th on together.
with kinds as (
    select
        if($by = 'family', family, concat(code, ' ', name)) as kind,
        count(distinct document) as documents,
        count(*) filter (where severity = 'error') as error,
        count(*) filter (where severity = 'warning') as warning,
        count(*) filter (where severity = 'info') as info
    from chosen_findings
    group by if($by = 'family', family, concat(code, ' ', name))
),

ranked as (
    select
        *,
        least(row_number() over (order by error + warning + info desc, kind), $most) as place
    from kinds
)

select
    place,
    if(count(*) = 1, min(kind), null) as name,
    cast(sum(documents) as bigint) as documents,
    cast(sum(error) as bigint) as error,
    cast(sum(warning) as bigint) as warning,
    cast(sum(info) as bigint) as info,
    count(*) as merged
from ranked
group by place
