-- How many articles have findings, and how many of each severity there are.
select
    count(*) filter (where error + warning + info > 0),
    coalesce(sum(error), 0)::bigint,
    coalesce(sum(warning), 0)::bigint,
    coalesce(sum(info), 0)::bigint
from counted
