-- Every article with an odd number, and the number that is usual.
select
    claims.document,
    documents.url,
    documents.site,
    claims.published,
    claims.line,
    claims."column",
    claims.claim,
    claims.kind,
    claims.subject,
    claims.facets,
    accused.member as relative,
    claims.region,
    coalesce(claims.written, claims.stance) as odd,
    coalesce(usual.written, usual.stance) as usual,
    usual.document as usual_document,
    usual.line as usual_line,
    if(sides.is_right, 'usual', null) as right_side,
    claims.sentence,
    usual.sentence as usual_sentence
from (select distinct contradiction, member, document, claim from accused) as accused
inner join sides on accused.contradiction = sides.contradiction
inner join claims on accused.document = claims.document and accused.claim = claims.claim
inner join documents on accused.document = documents.document
inner join claims as usual
    on substr(sides.usual_first, 12, length(sides.usual_first) - 21) = usual.document
    and cast(right(sides.usual_first, 9) as int) = usual.claim
