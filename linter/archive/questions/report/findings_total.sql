-- How many findings there are, and in how many articles.
select
    count(*) as findings,
    count(distinct document) as articles
from chosen_findings
