-- Of one question on a number that only grows, a floor above the ceiling of a later time.
WITH odd AS (                                     -- first the questions in which any floor is above any ceiling
    SELECT reading, question FROM bounds WHERE floor_from IS NOT NULL OR ceiling_until IS NOT NULL
    GROUP BY reading, question HAVING MAX(low) > MIN(high)
), held AS (
    SELECT b.* FROM bounds AS b JOIN odd ON odd.reading = b.reading AND odd.question = b.question
), days AS (                                      -- each claim twice: its floor from a day on, its ceiling up to a day
    SELECT reading, question, claim, as_of, floor_from AS day, low, CAST(NULL AS BIGINT) AS high
    FROM held WHERE floor_from IS NOT NULL
    UNION ALL
    SELECT reading, question, claim, as_of, ceiling_until AS day, CAST(NULL AS BIGINT) AS low, high
    FROM held WHERE ceiling_until IS NOT NULL
), met AS (                                       -- with the highest floor so far, those of the same day counted in
    SELECT reading, question, claim, as_of, day, high, MAX(low) OVER (PARTITION BY reading, question ORDER BY day
        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS highest FROM days
)
SELECT less.reading, less.question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
FROM met AS less
JOIN held AS more ON more.reading = less.reading AND more.question = less.question
WHERE less.highest > less.high AND more.low > less.high AND more.floor_from <= less.day AND more.as_of <> less.as_of
