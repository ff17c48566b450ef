-- Findings by family ($by = 'family') or by check: the most frequent first, from the $most-th on together.
with kinds as (
    select
        if($by = 'family', family, concat(code, ' ', name)) as kind,
        count(distinct document) as documents,
        count(*) filter (where severity = 'error') as error,
        count(*) filter (where severity = 'warning') as warning,
        count(*) filter (where severity = 'info') as info
    from findings
    group by kind
),

ranked as (
    select
        *,
        least(row_number() over (order by error + warning + info desc, kind), $most) as place
    from kinds
)

select
    if(place < $most or count(*) = 1, min(kind), null),
    sum(documents)::bigint,
    sum(error)::bigint,
    sum(warning)::bigint,
    sum(info)::bigint,
    count(*)
from ranked
group by place
order by place
