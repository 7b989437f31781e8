-- Of one question at one time, a floor above a ceiling; a claim without a time is taken to hold at any.
WITH odd AS (                                     -- first the questions in which any floor is above any ceiling
    SELECT reading, question, MAX(low) AS highest, MIN(high) AS lowest
    FROM bounds GROUP BY reading, question HAVING MAX(low) > MIN(high)
), held AS (                                      -- of these the claims above any ceiling or below any floor
    SELECT b.* FROM bounds AS b JOIN odd ON odd.reading = b.reading AND odd.question = b.question
    WHERE b.low > odd.lowest OR b.high < odd.highest
), pairs AS (                                     -- two of one time; one of any time; then the other alone of any
    SELECT reading, question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
    FROM held AS more JOIN held AS less USING (reading, question, as_of)
    UNION ALL
    SELECT reading, question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
    FROM held AS more JOIN held AS less USING (reading, question) WHERE more.as_of IS NULL
    UNION ALL
    SELECT reading, question, more.claim AS more, less.claim AS less, more.low - less.high AS gap
    FROM held AS more JOIN held AS less USING (reading, question) WHERE less.as_of IS NULL AND more.as_of IS NOT NULL
)
SELECT reading, question, more, less, gap FROM pairs WHERE gap > 0
