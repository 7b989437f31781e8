-- A floor of a part above a ceiling of its whole, at one time, or of a number that only grows at a later time.
WITH tops AS (
    SELECT reading, question, MAX(low) AS highest, MIN(high) AS lowest FROM bounds GROUP BY reading, question
), raised AS (                                    -- the highest floor of any part of a whole
    SELECT tops.reading, e.whole, MAX(tops.highest) AS highest
    FROM enclosures AS e JOIN tops ON tops.question = e.part GROUP BY tops.reading, e.whole
), odd AS (                                       -- first the wholes of which any ceiling is below it
    SELECT tops.reading, tops.question, MAX(raised.highest) AS highest, MIN(tops.lowest) AS lowest
    FROM raised JOIN tops ON tops.reading = raised.reading AND tops.question = raised.whole
    GROUP BY tops.reading, tops.question HAVING MAX(raised.highest) > MIN(tops.lowest)
)
SELECT odd.reading, odd.question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
FROM odd
JOIN enclosures AS e ON e.whole = odd.question
JOIN bounds AS more ON more.reading = odd.reading AND more.question = e.part
JOIN bounds AS less ON less.reading = odd.reading AND less.question = odd.question
WHERE more.low > odd.lowest AND less.high < odd.highest AND more.low > less.high
    AND (more.as_of IS NULL OR less.as_of IS NULL OR more.as_of = less.as_of OR more.floor_from <= less.ceiling_until)
