-- Both sides of each contradiction counted, of the largest, as many as are wanted.
with odd_sides as (
    select
        accused.contradiction,
        accused.member,
        accused.stated,
        count(distinct accused.document) as articles,
        count(distinct accused.sentence_key) as sentences,
        count(distinct documents.site) as sites,
        min(accused.place) as first
    from accused
    inner join documents on accused.document = documents.document
    group by accused.contradiction, accused.member, accused.stated
),

usual_sides as (
    select
        contradiction,
        cast(sum(articles) as bigint) as articles,
        cast(sum(sentences) as bigint) as sentences,
        min(first) as first,
        bool_or(is_right) as is_right
    from backing
    group by contradiction
)

select
    odd.contradiction,
    odd.member,
    odd.stated,
    usual.is_right,
    odd.articles as odd_articles,
    odd.sentences as odd_sentences,
    odd.sites as odd_sites,
    odd.first as odd_first,
    usual.articles as usual_articles,
    usual.sentences as usual_sentences,
    backing_sites.sites as usual_sites,
    usual.first as usual_first
from odd_sides as odd
inner join usual_sides as usual on odd.contradiction = usual.contradiction
inner join backing_sites on odd.contradiction = backing_sites.contradiction
qualify row_number() over (order by odd.articles desc, odd.contradiction) <= $most
