-- Which times may be the same, those of one thing and place. Stated times must overlap, and a year is not the round
-- that began in the year before it (2025 and July 2024 to June 2025). A stated time and an article agree when the article
-- is of that time and does not speak of now. Articles without a time agree within 92 days of one year.
with times as (
    select
        ground, member, level, stated, since, until, month, current, time,
        min(first_day) as first_day,
        max(last_day) as last_day,
        since = make_date(year(since), 1, 1) and until = make_date(year(since), 12, 31) as is_year,
        year(since) + 1 = year(until) and since + 366 >= until as is_round
    from cells
    group by ground, member, level, stated, since, until, month, current, time
)

select one.time, other.time as other
from times as one
inner join times as other on one.ground = other.ground and one.member = other.member
where
    (one.level = other.level or one.level = '' or other.level = '')
    and case
        when one.stated and other.stated
            then one.since <= other.until and other.since <= one.until
            and not (one.is_year and other.is_round and year(one.since) <> year(other.since))
            and not (other.is_year and one.is_round and year(one.since) <> year(other.since))
        when one.stated
            then one.since <= other.first_day and other.last_day <= one.until and not other.current
        when other.stated
            then other.since <= one.first_day and one.last_day <= other.until and not one.current
        when one.month = 0 or other.month = 0
            then one.month = other.month
        else year(one.first_day) = year(other.first_day)
            and one.first_day <= other.last_day + 92 and other.first_day <= one.last_day + 92
    end
