-- The oldest article with each band that several share: only with these is an article compared.
select
    band,
    min(place) as hub
from placed, lateral unnest(bands) as each(band)
group by band
having count(*) > 1
