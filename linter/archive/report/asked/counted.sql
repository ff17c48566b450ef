-- The articles with how many findings each has.
select
    document,
    site,
    coalesce(region, '') as region,
    month,
    coalesce(error, 0) as error,
    coalesce(warning, 0) as warning,
    coalesce(info, 0) as info
from documents
left join (
    select
        document,
        count(*) filter (where severity = 'error') as error,
        count(*) filter (where severity = 'warning') as warning,
        count(*) filter (where severity = 'info') as info
    from findings
    group by document
) as found using (document)
