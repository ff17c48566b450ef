-- What is wrong with the root sentences: for each the three things said most often. Findings that put the same in place
-- of the same words are one, whatever place or time they speak of.
with told as (
    select
        sentence_key,
        code,
        quote,
        suggestion,
        expected,
        count(*) as findings,
        min(concat(document, ' ', finding)) as first
    from chosen_findings
    where sentence_key in (select sentence_key from root_sentences)
    group by sentence_key, code, quote, suggestion, expected
),

ranked as (
    select
        *,
        row_number() over (
            partition by sentence_key
            order by findings desc, code, quote, suggestion, expected
        ) as place
    from told
)

select
    ranked.sentence_key,
    ranked.place,
    findings.code,
    findings.name,
    findings.family,
    findings.severity,
    findings.message_zh,
    findings.message_en,
    findings.quote,
    findings.suggestion,
    findings.expected,
    ranked.findings
from ranked
inner join chosen_findings as findings
    on ranked.sentence_key = findings.sentence_key and ranked.first = concat(findings.document, ' ', findings.finding)
where ranked.place <= 3
