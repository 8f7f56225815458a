package org.ytterby.server.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a query that say how much is answered and in which order.
final class QueryControls {
    private Condition.@Nullable Time order;
    private boolean isAscending;
    private @Nullable Integer limit;
    private @Nullable Integer refusedAbove;

    /// Takes a parameter if it is one of these.
    boolean takes(Parameter p) {
        switch (p.name()) {
            case "orderBy" -> order = order(p);
            case "orderDirection" -> isAscending = p.among("ASC", "DESC").single().equals("ASC");
            case "eventCountLimit" -> limit = p.count(1);
            case "maxEventCount" -> refusedAbove = p.count(0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Condition.Time order(Parameter p) {
        return switch (p.single()) {
            case "eventTime" -> Condition.Time.HAPPENED;
            case "recordTime" -> Condition.Time.RECORDED;
            default ->
                    throw p.malformed(
                            "events are ordered by eventTime or recordTime",
                            "事件可按 eventTime 或 recordTime 排序");
        };
    }

    /// Without an order events come as they were recorded; with one the latest come first, unless a
    /// direction is given.
    Query query(List<Condition> conditions) {
        if (limit != null && refusedAbove != null) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.QUERY_PARAMETER,
                    "eventCountLimit and maxEventCount exclude each other",
                    "eventCountLimit 与 maxEventCount 不能同时使用");
        }
        boolean isDescending = order != null && !isAscending;
        return new Query(
                conditions,
                order == null ? Condition.Time.RECORDED : order,
                isDescending,
                limit,
                refusedAbove);
    }
}
