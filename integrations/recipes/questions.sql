-- Ten questions of an analyst to the claims of many reports, for DuckDB:
--   duckdb -c "CREATE VIEW claims AS FROM 'out/claims.parquet'" -c '.read questions.sql'
-- What Spark has written is read as
--   CREATE VIEW claims AS FROM read_parquet('claims/*/*/*.parquet', hive_partitioning = true);

-- 1. What do most regions report, so that they can be compared?
SELECT coalesce(concept, indicator) AS indicator, unit, count(DISTINCT report_region) AS regions, count(*) AS claims
FROM claims WHERE kind = 'level' AND status = 'actual'
GROUP BY ALL ORDER BY regions DESC, claims DESC, indicator LIMIT 20;

-- 2. One indicator, a region a line and a year a column
PIVOT (
  SELECT report_region, year, value FROM claims
  WHERE indicator = '有效发明专利' AND kind = 'level' AND status = 'actual'
) ON year USING max(value) GROUP BY report_region ORDER BY report_region;

-- 3. Who leads in it, year by year?
SELECT year, report_region, value, unit FROM claims
WHERE indicator = '进出口总额' AND kind = 'level' AND status = 'actual'
QUALIFY row_number() OVER (PARTITION BY year ORDER BY value DESC) <= 3 ORDER BY year, value DESC;

-- 4. What grew and what fell most against the year before?
SELECT report_region, year, indicator, signed_change AS percent, sentence FROM claims
WHERE kind = 'change' AND basis = 'yoy' AND unit = '%'
ORDER BY abs(signed_change) DESC LIMIT 20;

-- 5. Where does the growth that is stated differ from the one that two years' reports give?
WITH levels AS (
  SELECT report_region, year, indicator, unit, any_value(value) AS value FROM claims
  WHERE kind = 'level' AND status = 'actual' AND qualifier = 'exact' GROUP BY ALL HAVING count(*) = 1
)
SELECT now.report_region, now.year, now.indicator, said.signed_change AS stated,
       round(100 * (now.value / before.value - 1), 2) AS computed
FROM levels AS now
JOIN levels AS before USING (report_region, indicator, unit)
JOIN claims AS said USING (report_region, indicator)
WHERE before.year = now.year - 1 AND said.year = now.year AND before.value <> 0
  AND said.kind = 'change' AND said.basis = 'yoy' AND said.unit = '%'
ORDER BY abs(stated - computed) DESC LIMIT 20;

-- 6. What became of the goals of the year before?
SELECT goal.report_region, goal.indicator, goal.value AS goal, goal.qualifier, done.value AS reached, done.unit, done.year
FROM claims AS goal JOIN claims AS done USING (report_region, indicator, unit)
WHERE goal.status = 'target' AND done.status = 'actual' AND goal.kind = done.kind AND done.year = goal.year + 1
ORDER BY goal.report_region, goal.indicator;

-- 7. Where does the money stand: the largest amounts in yuan
SELECT report_region, year, indicator, value / 1e8 AS "亿元", sentence FROM claims
WHERE unit = '元' AND coalesce(currency, 'CNY') = 'CNY' AND kind = 'level' ORDER BY value DESC LIMIT 20;

-- 8. Which branches do reports speak of, and how does that change?
SELECT sector, year, count(*) AS claims, round(100 * count(*) / sum(count(*)) OVER (PARTITION BY year), 1) AS percent
FROM claims GROUP BY sector, year ORDER BY year, claims DESC;

-- 9. What was reported in one year and is no longer in the next?
SELECT DISTINCT before.report_region, before.year, before.indicator
FROM claims AS before
WHERE EXISTS (FROM claims AS report WHERE report.report_region = before.report_region AND report.year = before.year + 1)
  AND NOT EXISTS (
    FROM claims AS now
    WHERE now.report_region = before.report_region AND now.year = before.year + 1 AND now.indicator = before.indicator
  )
ORDER BY ALL LIMIT 100;

-- 10. What should a person look at first?
SELECT file, raw, indicator, confidence, extractor, sentence FROM claims
ORDER BY confidence, file, start_offset LIMIT 50;
