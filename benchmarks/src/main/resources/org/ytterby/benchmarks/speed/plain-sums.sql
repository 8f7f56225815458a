-- What a ledger package says in plain sums, in DuckDB's SQL: the as-of join of assays, element masses,
-- balances without uncertainty, use of plans, stocks of lots, and the same files written.
-- $package and $out are folders; table factor(element, oxide_per_element) is there beforehand.

CREATE TABLE declared AS
SELECT row_number() OVER () AS row_no, *
FROM read_csv('$package/flows.csv', header = true, columns = {
  'record': 'VARCHAR', 'type': 'VARCHAR', 'time': 'TIMESTAMPTZ', 'from': 'TIMESTAMPTZ',
  'entered': 'TIMESTAMPTZ', 'facility': 'VARCHAR', 'direction': 'VARCHAR', 'lot': 'VARCHAR',
  'product': 'VARCHAR', 'mass_kg': 'DOUBLE', 'moisture': 'DOUBLE', 'method': 'VARCHAR',
  'partner': 'VARCHAR', 'destination': 'VARCHAR', 'document': 'VARCHAR', 'value': 'DOUBLE',
  'currency': 'VARCHAR', 'corrects': 'VARCHAR'});

-- corrections of one step, which is all that a plain query can follow
CREATE VIEW flow AS
SELECT * FROM declared
WHERE type <> 'cancellation'
  AND record NOT IN (SELECT corrects FROM declared WHERE corrects IS NOT NULL);

CREATE TABLE assay AS
WITH parts AS (
  SELECT subject, measured_at, basis, treo, $elements
  FROM read_csv('$package/assays.csv', header = true, all_varchar = false, types = {
    'measured_at': 'TIMESTAMPTZ', 'treo': 'DOUBLE',
    'La': 'DOUBLE', 'Ce': 'DOUBLE', 'Pr': 'DOUBLE', 'Nd': 'DOUBLE', 'Sm': 'DOUBLE', 'Eu': 'DOUBLE',
    'Gd': 'DOUBLE', 'Tb': 'DOUBLE', 'Dy': 'DOUBLE', 'Ho': 'DOUBLE', 'Er': 'DOUBLE', 'Tm': 'DOUBLE',
    'Yb': 'DOUBLE', 'Lu': 'DOUBLE', 'Y': 'DOUBLE', 'Sc': 'DOUBLE'})),
summed AS (
  SELECT *, $sum AS total FROM parts)
SELECT subject, coalesce(measured_at, TIMESTAMPTZ '0001-01-01 00:00:00+00') AS measured_at, $fractions
FROM summed;

CREATE TABLE valued AS
WITH earliest AS (
  SELECT subject, min_by(struct_pack($names), measured_at) AS head FROM assay GROUP BY subject),
joined AS (
  SELECT f.row_no, f.record, f.type, f.time, f.facility, f.direction, f.lot, f.product,
         f.mass_kg * 1e6 * (1 - coalesce(f.moisture, 0)) AS dry_mg, a.subject AS met, $prefixed
  FROM flow f ASOF LEFT JOIN assay a ON f.lot = a.subject AND a.measured_at <= f.time)
SELECT v.row_no, v.record, v.type, v.time, v.facility, v.direction, v.lot, v.product,
       CAST(round_even(v.dry_mg, 0) AS BIGINT) AS dry_mg, $masses
FROM joined v
LEFT JOIN earliest l ON v.met IS NULL AND l.subject = v.lot
LEFT JOIN earliest p ON v.met IS NULL AND l.subject IS NULL AND p.subject = v.product;

CREATE TABLE stocktake AS
SELECT facility, time AS since, lead(time) OVER (PARTITION BY facility ORDER BY time) AS until
FROM (SELECT DISTINCT facility, time FROM flow WHERE type = 'stocktake');

CREATE TABLE moved AS
SELECT v.facility, s.since, v.type IN ('extraction', 'receipt', 'import') AS added, $sums
FROM valued v ASOF JOIN stocktake s ON v.facility = s.facility AND s.since <= v.time
WHERE v.type IN ('extraction', 'receipt', 'import', 'shipment', 'export', 'disposal')
  AND s.until IS NOT NULL
GROUP BY ALL;

CREATE TABLE counted AS
SELECT facility, time AS since, $sums FROM valued v WHERE type = 'stocktake' GROUP BY ALL;

COPY (
  WITH stock AS (UNPIVOT counted ON $elements INTO NAME element VALUE mg),
  moves AS (UNPIVOT moved ON $elements INTO NAME element VALUE mg),
  cells AS (
    SELECT s.facility, f.element, f.position, s.since, s.until,
           coalesce(o.mg, 0) AS opening, coalesce(i.mg, 0) AS additions,
           coalesce(r.mg, 0) AS removals, coalesce(c.mg, 0) AS closing
    FROM stocktake s CROSS JOIN factor f
    LEFT JOIN stock o ON o.facility = s.facility AND o.element = f.element AND o.since = s.since
    LEFT JOIN stock c ON c.facility = s.facility AND c.element = f.element AND c.since = s.until
    LEFT JOIN moves i ON i.facility = s.facility AND i.element = f.element AND i.since = s.since AND i.added
    LEFT JOIN moves r ON r.facility = s.facility AND r.element = f.element AND r.since = s.since AND NOT r.added
    WHERE s.until IS NOT NULL)
  SELECT facility, element, since AS "from", until, opening / 1e6 AS opening_kg,
         additions / 1e6 AS additions_kg, removals / 1e6 AS removals_kg, closing / 1e6 AS closing_kg,
         (opening + additions - removals - closing) / 1e6 AS difference_kg
  FROM cells
  QUALIFY sum(opening + additions + removals + closing) OVER (PARTITION BY facility, element) > 0
  ORDER BY facility, position, since
) TO '$out/balances.csv' (HEADER);

COPY (
  SELECT facility, lot, any_value(product) AS product,
         sum(dry_mg) FILTER (type IN ('extraction', 'import') OR (type = 'processing' AND direction = 'out')
             OR (type = 'stocktake' AND time = first)) / 1e6 AS made_kg,
         sum(dry_mg) FILTER (type = 'receipt') / 1e6 AS received_kg,
         sum(dry_mg) FILTER (type = 'processing' AND direction = 'in') / 1e6 AS used_kg,
         sum(dry_mg) FILTER (type = 'shipment') / 1e6 AS shipped_kg,
         sum(dry_mg) FILTER (type = 'export') / 1e6 AS exported_kg,
         sum(dry_mg) FILTER (type = 'disposal') / 1e6 AS disposed_kg
  FROM valued JOIN (SELECT facility, min(time) AS first FROM flow GROUP BY facility) USING (facility)
  WHERE lot IS NOT NULL
  GROUP BY facility, lot
  ORDER BY facility, lot
) TO '$out/lots.csv' (HEADER);

COPY (
  WITH product AS (FROM read_csv('$package/products.csv', all_varchar = true)),
  facility AS (FROM read_csv('$package/facilities.csv', all_varchar = true)),
  member AS (FROM read_csv('$package/memberships.csv', all_varchar = true)),
  granted AS (
    SELECT year::INTEGER AS year, kind, coalesce(ore_type, '') AS ore_type, holder, sum(tonnes_reo::DOUBLE) AS t
    FROM read_csv('$package/plans.csv', all_varchar = true) WHERE revoked_on IS NULL GROUP BY ALL),
  fed AS (
    SELECT DISTINCT record FROM valued v JOIN product p ON p.product = v.product
    WHERE v.type = 'processing' AND v.direction = 'in' AND p.stage IN ('concentrate', 'mixed')),
  use AS (
    SELECT year(v.time) AS year, CASE v.type WHEN 'extraction' THEN 'mining' ELSE 'smelting_separation' END AS kind,
           CASE v.type WHEN 'extraction' THEN coalesce(p.ore_type, '') ELSE '' END AS ore_type, f.party, m.group AS grp,
           sum($reo) / 1e9 AS t
    FROM valued v JOIN product p ON p.product = v.product JOIN facility f ON f.facility = v.facility
    LEFT JOIN member m ON m.party = f.party
      AND v.time::DATE BETWEEN m."from"::DATE AND coalesce(m.until, '9999-12-31')::DATE
    WHERE v.type = 'extraction' OR (v.type = 'processing' AND v.direction = 'out' AND p.stage = 'separated'
      AND v.record IN (SELECT record FROM fed))
    GROUP BY ALL),
  charged AS (
    SELECT u.year, u.kind, u.ore_type,
           CASE WHEN EXISTS (SELECT 1 FROM granted g WHERE g.year = u.year AND g.kind = u.kind
             AND g.ore_type IN (u.ore_type, '') AND g.holder = u.party) THEN u.party ELSE coalesce(u.grp, u.party) END AS holder,
           sum(t) AS t
    FROM use u GROUP BY ALL)
  SELECT year, kind, ore_type, holder, coalesce(g.t, 0) AS granted_t_reo, coalesce(c.t, 0) AS used_t_reo,
         coalesce(g.t, 0) - coalesce(c.t, 0) AS remaining_t_reo
  FROM granted g FULL JOIN charged c USING (year, kind, ore_type, holder)
  ORDER BY ALL
) TO '$out/plan_use.csv' (HEADER);
