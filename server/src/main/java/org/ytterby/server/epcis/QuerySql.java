package org.ytterby.server.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Conditions as the part of a statement behind `WHERE`, about the event `e`.
final class QuerySql {
    private final StringBuilder text = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }

    QuerySql and(String condition, Object... bound) {
        text.append("\n AND ").append(condition);
        values.addAll(List.of(bound));
        return this;
    }

    /// Only what some organisations captured.
    QuerySql of(String[] organisations) {
        return organisations.length == 1
                ? and("e.organisation = ?", organisations[0])
                : and("e.organisation = ANY (?::text[])", (Object) organisations);
    }

    QuerySql all(List<Condition> conditions) {
        conditions.forEach(this::one);
        return this;
    }

    private void one(Condition condition) {
        switch (condition) {
            case Condition.Terms terms -> terms(terms);
            case Condition.Like(var terms, var patterns) ->
                    and(
                            "(e.terms && ?::text[] OR EXISTS"
                                    + " (SELECT FROM unnest(e.terms) AS t WHERE t LIKE ANY (?::text[])))",
                            terms.toArray(String[]::new),
                            patterns.toArray(String[]::new));
            case Condition.Ids(var ids) ->
                    and("e.event_id = ANY (?::text[])", (Object) ids.toArray(String[]::new));
            case Condition.Bound(var time, var comparison, long micros) ->
                    and("e." + time.column() + " " + comparison.sign() + " ?", micros);
            case Condition.Numbers numbers -> numbers(numbers);
            case Condition.Attribute attribute -> attribute(attribute);
            case Condition.Within within -> within(within);
        }
    }

    /// What has the attribute is found first, then those events whose own organisation says so.
    private void attribute(Condition.Attribute asked) {
        String things =
                """
                ARRAY (SELECT path || a.thing FROM unnest(?::text[]) AS path, epcis.attribute a
                WHERE a.name = ANY (?::text[]) AND (cardinality(?::text[]) = 0 OR a.value = ANY (?::text[]))\
                """;
        String[] values = asked.values().toArray(String[]::new);
        Object[] bound = {
            asked.paths().stream().map(Term::prefix).toArray(String[]::new),
            asked.names().toArray(String[]::new),
            values,
            values
        };
        and("e.id = ANY ((SELECT epcis.bearing(" + things + ")))::bigint[])", bound);
        and("e.terms && " + things + " AND a.organisation = e.organisation)", bound);
    }

    private void within(Condition.Within asked) {
        String[] places = asked.places().toArray(String[]::new);
        and(
                """
                (e.terms && ARRAY (SELECT ? || place FROM unnest(?::text[]) AS place)
                OR e.terms && ARRAY (SELECT ? || place FROM epcis.descendants(e.organisation, ?::text[]) AS place))\
                """,
                Term.prefix(Term.classPath(asked.path())),
                places,
                Term.prefix(asked.path()),
                places);
    }

    /// What names single things is looked up first, by itself: left to choose, PostgreSQL would
    /// walk all events in the order asked for until enough of them fit.
    private void terms(Condition.Terms asked) {
        String there =
                asked.isNarrow()
                        ? "e.id = ANY ((SELECT epcis.bearing(?::text[]))::bigint[])"
                        : "e.terms && ?::text[]";
        and((asked.wanted() ? "" : "NOT ") + there, (Object) asked.terms().toArray(String[]::new));
    }

    private void numbers(Condition.Numbers asked) {
        String compared = "n.value " + asked.comparison().sign() + " ANY (?::float8[])";
        StringJoiner choices = new StringJoiner(" OR ", " AND (", "))");
        List<Object> bound = new ArrayList<>();
        bound.add(asked.paths().toArray(String[]::new));
        String unit = asked.unit();
        if (unit == null) {
            choices.add(compared);
            bound.add(asked.values().toArray(Double[]::new));
        } else {
            for (MassUnit.Amount amount :
                    MassUnit.spellings(new MassUnit.Amount(unit, asked.values()))) {
                choices.add("(n.unit = ? AND " + compared + ")");
                bound.add(amount.unit());
                bound.add(amount.values().toArray(Double[]::new));
            }
        }
        and(
                "EXISTS (SELECT FROM epcis.number n WHERE n.event = e.id"
                        + " AND n.path = ANY (?::text[])"
                        + choices,
                bound.toArray());
    }
}
