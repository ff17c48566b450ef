-- Articles and findings by the month the articles were published in; null for those without a day.
select
    month as name,
    count(*) as documents,
    cast(sum(error) as bigint) as error,
    cast(sum(warning) as bigint) as warning,
    cast(sum(info) as bigint) as info,
    count(*) as merged
from counted
group by month
