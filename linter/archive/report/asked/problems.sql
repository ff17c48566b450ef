-- The first articles that were not, or not wholly, checked.
select
    path,
    kind,
    reason_zh,
    reason_en
from problems
order by document, kind, reason_zh
limit $most
