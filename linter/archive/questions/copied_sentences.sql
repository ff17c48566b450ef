-- Sentences with claims that stand in several articles, blanks and punctuation aside.
with repeated as (
    select sentence_key
    from chosen_claims
    group by sentence_key
    having min(document) <> max(document)
),

counted as (
    select
        claims.sentence_key,
        count(distinct claims.document) as articles,
        count(distinct documents.site) as sites,
        max(claims.published) as last_published,
        min(
            concat(
                coalesce(cast(claims.published as string), '9999-12-31'), ' ',
                claims.document, ' ',
                lpad(cast(claims.claim as string), 9, '0')
            )
        ) as first
    from chosen_claims as claims
    inner join repeated on claims.sentence_key = repeated.sentence_key
    inner join documents on claims.document = documents.document
    group by claims.sentence_key
)

select
    claims.document,
    claims.line,
    claims."column",
    claims.published,
    counted.last_published,
    counted.articles,
    counted.sites,
    claims.subject,
    claims.judged,
    claims.sentence
from counted
inner join claims
    on substr(counted.first, 12, length(counted.first) - 21) = claims.document
    and cast(right(counted.first, 9) as int) = claims.claim
