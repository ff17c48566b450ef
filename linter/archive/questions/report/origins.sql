-- Articles and findings by site ($by = 'site') or by place: the most findings first, from the $most-th on together.
with origins as (
    select
        if($by = 'site', site, region) as origin,
        count(*) as documents,
        sum(error) as error,
        sum(warning) as warning,
        sum(info) as info
    from counted
    group by if($by = 'site', site, region)
),

ranked as (
    select
        *,
        least(row_number() over (order by error + warning + info desc, documents desc, origin), $most) as place
    from origins
)

select
    place,
    if(count(*) = 1, min(origin), null) as name,
    cast(sum(documents) as bigint) as documents,
    cast(sum(error) as bigint) as error,
    cast(sum(warning) as bigint) as warning,
    cast(sum(info) as bigint) as info,
    count(*) as merged
from ranked
group by place
