-- How many articles were not, or not wholly, checked, by kind of problem.
select
    kind,
    count(*) as problems
from problems
group by kind
order by problems desc, kind
