-- How many articles have findings, and how many of each severity there are.
select
    count(*) filter (where error + warning + info > 0) as documents,
    cast(coalesce(sum(error), 0) as bigint) as error,
    cast(coalesce(sum(warning), 0) as bigint) as warning,
    cast(coalesce(sum(info), 0) as bigint) as info
from counted
