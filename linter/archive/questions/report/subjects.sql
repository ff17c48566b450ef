-- What the claims are about, with how many there are.
select
    subject,
    count(*) as claims
from chosen_claims
where subject <> ''
group by subject
