-- The root sentences, each with the article it stood in first.
with firsts as (
    select
        findings.sentence_key,
        findings.sentence,
        documents.document,
        documents.path,
        documents.url,
        documents.title,
        documents.site,
        documents.published
    from chosen_findings as findings
    inner join documents on findings.document = documents.document
    where findings.sentence_key in (select sentence_key from root_sentences)
    qualify
        row_number() over (
            partition by findings.sentence_key
            order by documents.published nulls last, documents.document, findings.finding
        ) = 1
)

select
    firsts.sentence_key,
    firsts.sentence,
    roots.documents,
    firsts.document,
    firsts.path,
    firsts.url,
    firsts.title,
    firsts.site,
    firsts.published,
    roots.error,
    roots.warning,
    roots.info
from root_sentences as roots
inner join firsts on roots.sentence_key = firsts.sentence_key
