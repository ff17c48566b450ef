-- The articles that were not, or not wholly, checked, and why.
select
    document,
    path,
    kind,
    reason_zh,
    reason_en
from problems
