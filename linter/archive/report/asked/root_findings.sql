-- What is wrong with some sentences ($keys): for each what is said most often, at most $most things.
with told as (
    select
        sentence_key,
        code,
        claim,
        count(*) as findings,
        min_by(
            {
                'name': name,
                'family': family,
                'severity': severity,
                'zh': message_zh,
                'en': message_en,
                'quote': quote,
                'suggestion': suggestion,
                'expected': expected
            },
            concat(document, ' ', finding)
        ) as first
    from findings
    where sentence_key in (select unnest($keys))
    group by sentence_key, code, claim
)

select
    sentence_key,
    code,
    first.name,
    first.family,
    first.severity,
    first.zh,
    first.en,
    first.quote,
    first.suggestion,
    first.expected,
    findings
from told
qualify row_number() over (partition by sentence_key order by findings desc, code, claim) <= $most
order by sentence_key, findings desc, code, claim
