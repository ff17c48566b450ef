-- Articles and findings by site ($by = 'site') or by place: the most findings first, from the $most-th on together.
with origins as (
    select
        if($by = 'site', site, region) as origin,
        count(*) as documents,
        sum(error) as error,
        sum(warning) as warning,
        sum(info) as info
    from counted
    group by origin
),

ranked as (
    select
        *,
        least(row_number() over (order by error + warning + info desc, documents desc, origin), $most) as place
    from origins
)

select
    if(place < $most or count(*) = 1, min(origin), null),
    sum(documents)::bigint,
    sum(error)::bigint,
    sum(warning)::bigint,
    sum(info)::bigint,
    count(*)
from ranked
group by place
order by place
