-- Every value that articles give for one thing: how many say it, where and when, and what a rule says of it.
with said as (
    select
        claims.*,
        coalesce(claims.written, claims.stance) as value,
        documents.site,
        concat(
            coalesce(cast(claims.published as string), '9999-12-31'), ' ',
            claims.document, ' ',
            lpad(cast(claims.claim as string), 9, '0')
        ) as place
    from chosen_claims as claims
    inner join documents on claims.document = documents.document
    where
        (claims.kind = 'ValueClaim' and claims.written_low is not null)
        or claims.kind = 'StatementClaim'
),

counted as (
    select
        subject,
        facets,
        region,
        unit,
        per,
        min(value) as value,
        count(distinct document) as articles,
        count(distinct sentence_key) as sentences,
        count(distinct site) as sites,
        min(published) as first_published,
        max(published) as last_published,
        count(*) filter (where judged = 'right') as judged_right,
        count(*) filter (where judged = 'overtaken') as judged_overtaken,
        count(*) filter (where judged = 'stale') as judged_stale,
        count(*) filter (where judged = 'wrong') as judged_wrong,
        count(*) filter (where judged is null) as undecided,
        min(place) as first
    from said
    group by
        subject, facets, region, unit, per, bound, approximate, written_low, written_high, low, high, stance
)

select
    counted.* except (first),
    claims.document as first_document,
    claims.line as first_line,
    claims."column" as first_column,
    claims.sentence as first_sentence
from counted
inner join claims
    on substr(counted.first, 12, length(counted.first) - 21) = claims.document
    and cast(right(counted.first, 9) as int) = claims.claim
