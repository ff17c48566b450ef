-- How much was looked at, by what the claims are about.
with found as (
    select
        subject,
        count(*) as findings
    from chosen_findings
    group by subject
)

select
    claims.subject,
    count(distinct claims.document) as articles,
    count(*) as claims,
    count(*) filter (where claims.judged = 'right') as judged_right,
    count(*) filter (where claims.judged = 'overtaken') as judged_overtaken,
    count(*) filter (where claims.judged = 'stale') as judged_stale,
    count(*) filter (where claims.judged = 'wrong') as judged_wrong,
    count(*) filter (where claims.judged is null and claims.kind in ('ValueClaim', 'StatementClaim')) as undecided,
    coalesce(min(found.findings), 0) as findings
from chosen_claims as claims
left join found on claims.subject = found.subject
group by claims.subject
