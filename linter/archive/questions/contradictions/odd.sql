-- The numbers that cannot be what is usual at their time. Two numbers that were right in their day are none of them, nor
-- are several sentences of one time and several of a later one where no rule decides: rules change.
select
    cells.*,
    usual.number as usual_number
from cells
inner join usual on cells.time = usual.time
inner join numbers as mine on cells.number = mine.number
inner join numbers as theirs on usual.number = theirs.number
where
    if(
        mine.bound <> theirs.bound or mine.approximate or theirs.approximate,
        mine.low > theirs.high or theirs.low > mine.high,
        mine.written_low > theirs.written_high or theirs.written_low > mine.written_high
    )
    and not (cells.is_right and usual.is_right)
    and not (
        not usual.is_right
        and cells.sentences > 1
        and usual.sentences > 1
        and coalesce(cells.last_day < usual.first_day or usual.last_day < cells.first_day, false)
    )
