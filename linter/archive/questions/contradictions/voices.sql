-- What each article says of one thing, place and time. An article that gives several numbers for it tells them apart
-- by something that is not known here: it is held against no other.
select
    ground,
    member,
    level,
    stated,
    since,
    until,
    coalesce(year(day) * 12 + month(day), 0) as month,
    bool_or(current) as current,
    day,
    document,
    min(claim) as claim,
    min_by(sentence_key, claim) as sentence_key,
    min_by(number, claim) as number,
    min_by(judged, claim) as judged
from told
inner join numbers using (bound, approximate, low, high, written_low, written_high)
group by ground, member, level, stated, since, until, day, document
having max(written_low) <= min(written_high)
