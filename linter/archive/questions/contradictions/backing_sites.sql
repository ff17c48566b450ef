-- On how many sites the usual number of each contradiction stands.
with wanted as (
    select distinct ground, member, level, stated, since, until, month, current, number, time
    from backing
),

found as (
    select distinct wanted.time, wanted.number, documents.site
    from wanted
    inner join voices using (ground, member, level, stated, since, until, month, current, number)
    inner join documents on voices.document = documents.document
)

select
    backing.contradiction,
    count(distinct found.site) as sites
from backing
inner join found using (time, number)
group by backing.contradiction
