-- Why numbers with a meaning could not be checked.
select
    reason.key,
    sum(reason.value)::bigint as numbers
from documents, unnest(map_entries(reasons)) as each (reason)
group by reason.key
order by numbers desc, reason.key
