-- Why numbers with a meaning could not be checked.
select
    entry.key as reason,
    cast(sum(entry.value) as bigint) as numbers
from chosen_documents, lateral unnest(map_entries(reasons)) as each(entry)
group by entry.key
