-- How much was looked at: the numbers of the articles, those that were understood, compared with something, and not.
with parts as (
    select
        *,
        coalesce(if($by = 'site', site, if($by = 'month', month, region)), '') as part
    from chosen_documents
),

reasons as (
    select
        part,
        concat_ws('; ', array_sort(array_agg(concat(reason, ' ', cast(numbers as string))))) as reasons
    from (
        select
            part,
            entry.key as reason,
            sum(entry.value) as numbers
        from parts, lateral unnest(map_entries(reasons)) as each(entry)
        group by part, entry.key
    ) as counted
    group by part
)

select
    parts.part,
    count(*) as articles,
    cast(sum(parts.characters) as bigint) as characters,
    cast(sum(parts.numbers) as bigint) as numbers,
    cast(sum(parts.bound) as bigint) as bound,
    cast(sum(parts.checked) as bigint) as checked,
    cast(sum(parts.unverifiable) as bigint) as unverifiable,
    coalesce(min(reasons.reasons), '') as reasons
from parts
left join reasons on parts.part = reasons.part
group by parts.part
