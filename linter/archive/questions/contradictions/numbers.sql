-- The different numbers, numbered.
select
    *,
    row_number() over (order by written_low, written_high, low, high, bound, approximate) as number
from (select distinct bound, approximate, low, high, written_low, written_high from told) as different
