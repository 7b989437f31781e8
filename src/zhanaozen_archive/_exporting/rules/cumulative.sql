-- Of one question on a number that only grows, a floor above the ceiling of a later time.
WITH odd AS (                                     -- first the questions in which any floor is above any ceiling
    SELECT reading, question
    FROM bounds WHERE floor_from IS NOT NULL OR ceiling_until IS NOT NULL
    GROUP BY reading, question HAVING MAX(low) > MIN(high)
), met AS (                                       -- then each claim with the highest floor until the end of its time
    SELECT b.*, MAX(b.low) OVER (PARTITION BY b.reading, b.question ORDER BY COALESCE(b.floor_from, b.ceiling_until)
        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS highest
    FROM bounds AS b JOIN odd ON odd.reading = b.reading AND odd.question = b.question
    WHERE b.floor_from IS NOT NULL OR b.ceiling_until IS NOT NULL
)
SELECT less.reading, less.question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
FROM met AS less
JOIN bounds AS more ON more.reading = less.reading AND more.question = less.question
WHERE less.highest > less.high AND more.low > less.high
    AND more.floor_from <= less.ceiling_until AND more.as_of <> less.as_of
