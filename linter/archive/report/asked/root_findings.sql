-- What is wrong with some sentences ($keys): for each what is said most often, at most $most things. Findings that put
-- the same in the same words' place are one, whatever place or time they speak of.
with told as (
    select
        sentence_key,
        code,
        quote,
        suggestion,
        expected,
        count(*) as findings,
        min_by(
            {'name': name, 'family': family, 'severity': severity, 'zh': message_zh, 'en': message_en},
            concat(document, ' ', finding)
        ) as first
    from findings
    where sentence_key in (select unnest($keys))
    group by sentence_key, code, quote, suggestion, expected
)

select
    sentence_key,
    code,
    first.name,
    first.family,
    first.severity,
    first.zh,
    first.en,
    quote,
    suggestion,
    expected,
    findings
from told
qualify
    row_number() over (partition by sentence_key order by findings desc, code, quote, suggestion, expected) <= $most
order by sentence_key, findings desc, code, quote, suggestion, expected
