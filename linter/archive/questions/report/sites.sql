-- The sites, with how many articles each has.
select
    site,
    count(*) as articles
from chosen_documents
where site <> ''
group by site
