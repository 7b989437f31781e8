-- Of one question at one time, a floor above a ceiling; a claim without a time is taken to hold at any.
WITH odd AS (                                     -- first the questions in which any floor is above any ceiling
    SELECT reading, question, MAX(low) AS highest, MIN(high) AS lowest
    FROM bounds
    GROUP BY reading, question
    HAVING MAX(low) > MIN(high)
)
SELECT odd.reading, odd.question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
FROM odd
JOIN bounds AS more ON more.reading = odd.reading AND more.question = odd.question
JOIN bounds AS less ON less.reading = odd.reading AND less.question = odd.question
WHERE more.low > odd.lowest AND less.high < odd.highest AND more.low > less.high
    AND (more.as_of IS NULL OR less.as_of IS NULL OR more.as_of = less.as_of)
