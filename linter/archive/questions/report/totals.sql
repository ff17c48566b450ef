-- How much was read, and what became of its numbers.
select
    count(*) as documents,
    cast(coalesce(sum(characters), 0) as bigint) as characters,
    cast(coalesce(sum(numbers), 0) as bigint) as numbers,
    cast(coalesce(sum(bound), 0) as bigint) as bound,
    cast(coalesce(sum(checked), 0) as bigint) as checked,
    cast(coalesce(sum(unverifiable), 0) as bigint) as unverifiable
from chosen_documents
