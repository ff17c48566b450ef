-- For each article the older one that it is most like, if it shares at least five of the sixteen bands with it: three
-- quarters of its text or more.
with candidates as (
    select distinct
        banded.place,
        hubs.hub
    from (select place, band from placed, lateral unnest(bands) as each(band)) as banded
    inner join hubs on banded.band = hubs.band and hubs.hub < banded.place
),

compared as (
    select
        candidates.place,
        candidates.hub,
        cardinality(array_intersect(placed.bands, older.bands)) as shared
    from candidates
    inner join placed on candidates.place = placed.place
    inner join placed as older on candidates.hub = older.place
)

select *
from compared
where shared >= 5
qualify row_number() over (partition by place order by shared desc, hub) = 1
