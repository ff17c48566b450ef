-- For each time the number that holds there as far as the archive knows: one that a rule confirms, else the one of most
-- sentences, else of most articles, else the first.
with heard as (
    select
        near.time,
        cells.number,
        sum(cells.sentences) as sentences,
        sum(cells.articles) as articles,
        min(cells.first) as first,
        min(cells.first_day) as first_day,
        max(cells.last_day) as last_day,
        bool_or(cells.is_right) as is_right
    from near
    inner join cells on near.other = cells.time
    group by near.time, cells.number
)

select *
from heard
qualify row_number() over (
    partition by time order by is_right desc, sentences desc, articles desc, first, number
) = 1
