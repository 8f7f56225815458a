package org.ytterby.server.ledger;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.intake.KeptRows;

/// The declared rows that are an organisation's own: what concerns the party, its facilities and
/// the lots that were in them, and the lists that everybody needs. Of the facilities that it deals
/// with no more than what they are, and who runs them.
final class OwnRows {
    private static final Set<String> OF_PARTNERS =
            Set.of("facility", "party", "stage", "name", "kind", "country");

    private final String organisation;
    private final Set<String> facilities = new HashSet<>();
    private final Set<String> lots = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    private final Set<String> partners = new HashSet<>();
    private final Set<String> partnerParties = new HashSet<>();
    private final Set<String> deposits = new HashSet<>();

    /// Reads once through the tables that say what is whose.
    OwnRows(KeptRows rows, String organisation) {
        this.organisation = organisation;
        each(
                rows,
                "facilities",
                row -> {
                    if (is(row, "party", organisation)) {
                        facilities.add(cell(row, "facility"));
                        deposits.add(cell(row, "deposit"));
                    }
                });
        each(
                rows,
                "flows",
                row -> {
                    if (facilities.contains(cell(row, "facility"))) {
                        lots.add(cell(row, "lot"));
                        partners.add(cell(row, "partner"));
                    }
                });
        each(
                rows,
                "facilities",
                row -> {
                    if (partners.contains(cell(row, "facility"))) {
                        partnerParties.add(cell(row, "party"));
                    }
                });
        each(rows, "products", row -> products.add(cell(row, "product")));
        each(
                rows,
                "licences",
                row -> {
                    if (is(row, "exporter", organisation)) {
                        partnerParties.add(cell(row, "consignee"));
                    }
                });
        each(
                rows,
                "memberships",
                row -> {
                    if (is(row, "party", organisation)) {
                        partnerParties.add(cell(row, "group"));
                    }
                });
        partnerParties.addAll(partners); // of an export the partner is a party
    }

    private interface EachRow {
        void row(SortedMap<String, String> cells);
    }

    private static void each(KeptRows rows, String table, EachRow reader) {
        try (KeptRows.Cursor cursor = rows.open(table)) {
            for (SortedMap<String, String> row = cursor.next(); row != null; row = cursor.next()) {
                reader.row(row);
            }
        }
    }

    private static String cell(SortedMap<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static boolean is(SortedMap<String, String> row, String column, String value) {
        return cell(row, column).equals(value);
    }

    /// The part of a row that the organisation may have; null if none.
    @Nullable SortedMap<String, String> of(String table, SortedMap<String, String> row) {
        return switch (table) {
            case "products", "methods" -> row;
            case "deposits" -> deposits.contains(cell(row, "deposit")) ? row : null;
            case "parties" ->
                    is(row, "party", organisation)
                            ? row
                            : namesIf(partnerParties.contains(cell(row, "party")), row);
            case "facilities" ->
                    is(row, "party", organisation)
                            ? row
                            : namesIf(partners.contains(cell(row, "facility")), row);
            case "memberships" -> is(row, "party", organisation) ? row : null;
            case "permits", "flows", "environmental_returns", "capacities", "reserves" ->
                    facilities.contains(cell(row, "facility")) ? row : null;
            case "assays" -> isOwnAssay(row) ? row : null;
            case "plans" -> is(row, "holder", organisation) ? row : null;
            case "licences" -> is(row, "exporter", organisation) ? row : null;
            default -> null;
        };
    }

    private boolean isOwnAssay(SortedMap<String, String> row) {
        String subject = cell(row, "subject");
        return is(row, "laboratory", organisation)
                || lots.contains(subject)
                || products.contains(subject);
    }

    private static @Nullable SortedMap<String, String> namesIf(
            boolean isPartner, SortedMap<String, String> row) {
        if (!isPartner) {
            return null;
        }
        SortedMap<String, String> names = new TreeMap<>(row);
        names.keySet().retainAll(OF_PARTNERS);
        return names;
    }
}
