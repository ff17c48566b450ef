-- How much was read, and what became of its numbers.
select
    count(*),
    coalesce(sum(characters), 0)::bigint,
    coalesce(sum(numbers), 0)::bigint,
    coalesce(sum(bound), 0)::bigint,
    coalesce(sum(checked), 0)::bigint,
    coalesce(sum(unverifiable), 0)::bigint
from documents
