-- A floor of a part above a ceiling of its whole, at one time, or of a number that only grows at a later time.
WITH tops AS (
    SELECT reading, question, MAX(low) AS highest, MIN(high) AS lowest
    FROM bounds
    GROUP BY reading, question
), odd AS (                                       -- first the parts with any floor above any ceiling of their whole
    SELECT part.reading, part.question AS part, whole.question AS whole, part.highest, whole.lowest
    FROM enclosures AS e
    JOIN tops AS part ON part.question = e.part
    JOIN tops AS whole ON whole.question = e.whole AND whole.reading = part.reading
    WHERE part.highest > whole.lowest
)
SELECT odd.reading, odd.whole AS question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
FROM odd
JOIN bounds AS more ON more.reading = odd.reading AND more.question = odd.part
JOIN bounds AS less ON less.reading = odd.reading AND less.question = odd.whole
WHERE more.low > odd.lowest AND less.high < odd.highest AND more.low > less.high
    AND (more.as_of IS NULL OR less.as_of IS NULL OR more.as_of = less.as_of OR more.floor_from <= less.ceiling_until)
