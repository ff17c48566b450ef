-- Each article that has near copies: the first appearance, and what was copied from it or from a copy of it.
with recursive origins (place, origin, shared) as (
    select
        place,
        hub as origin,
        shared
    from copies
    where hub not in (select place from copies)
    union all
    select
        copies.place,
        origins.origin,
        copies.shared
    from copies
    inner join origins on copies.hub = origins.place
)

select
    first.document,
    first.site,
    first.title,
    first.published,
    count(*) as copies,
    count(distinct placed.site) as sites,
    max(placed.published) as last_published,
    cast(round(power(min(origins.shared) / 16.0, 0.25), 2) as decimal(3, 2)) as least_alike,
    array_sort(array_agg(placed.document)) as copied_as
from origins
inner join placed as first on origins.origin = first.place
inner join placed on origins.place = placed.place
group by first.document, first.site, first.title, first.published
