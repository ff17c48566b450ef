-- Articles and findings by the month the articles were published in; null for those without a day.
select
    month,
    count(*) as documents,
    sum(error)::bigint,
    sum(warning)::bigint,
    sum(info)::bigint
from counted
group by month
order by month nulls first
