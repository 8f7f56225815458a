package org.ytterby.epcis.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Element;
import org.ytterby.epcis.json.Json;

/// Assays as observations with a sensor report per element, and back: kilograms of element per
/// kilogram of dry material.
final class AssayEvents {
    static final String ASSAY = Terms.field("assay");

    /// As in the ledger package: a laboratory may find a little more than there is.
    private static final double FRACTION_MAX = 1.05;

    private static final String PRODUCT = "https://id.ytterby.org/product/";
    private static final String ELEMENT = "https://id.ytterby.org/element/";

    private final Catalogue catalogue;

    AssayEvents(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The event of an assay.
    ///
    /// @param subjects the lots and products that assays number
    /// @param created time of an event whose assay has none
    Json event(AssayTable assays, int a, Names subjects, String created) {
        Map<String, Json> event = new LinkedHashMap<>();
        boolean isDated = assays.measuredMicros(a) != LedgerTime.BEGINNING;
        String time = isDated ? LedgerTime.format(assays.measuredMicros(a)) : created;
        event.put("type", Terms.text("ObjectEvent"));
        event.put("eventTime", Terms.text(time));
        event.put("eventTimeZoneOffset", Terms.text("+08:00"));
        event.put("action", Terms.text("OBSERVE"));
        event.put("bizStep", Terms.text("inspecting"));
        String subject = subjects.name(assays.subject(a));
        String start = catalogue.hasProduct(subject) ? PRODUCT : Terms.LOT;
        event.put(
                "quantityList",
                new Json.Items(
                        List.of(new Json.Members(Map.of("epcClass", Terms.uri(start, subject))))));
        event.put(
                "sensorElementList",
                new Json.Items(
                        List.of(
                                new Json.Members(
                                        Map.of(
                                                "sensorReport",
                                                new Json.Items(reports(assays, a)))))));
        event.put(ASSAY, Terms.text(assays.id(a)));
        if (!isDated) {
            event.put(Terms.field("undated"), Terms.text("true"));
        }
        event.put(
                Terms.field("laboratory"), Terms.text(assays.laboratoryName(assays.laboratory(a))));
        event.put(Terms.field("method"), Terms.text(catalogue.method(assays.method(a))));
        return new Json.Members(event);
    }

    /// One report for each element that was found; one of nothing where none was.
    private static List<Json> reports(AssayTable assays, int a) {
        List<Json> reports = new ArrayList<>();
        for (Element e : Element.ALL) {
            double fraction = assays.fraction(a, e.ordinal());
            if (fraction != 0) {
                reports.add(report(e, fraction));
            }
        }
        return reports.isEmpty() ? List.of(report(Element.ALL.getFirst(), 0)) : reports;
    }

    private static Json report(Element e, double fraction) {
        Map<String, Json> report = new LinkedHashMap<>();
        report.put("type", Terms.text("Dimensionless"));
        report.put("chemicalSubstance", Terms.uri(ELEMENT, e.name()));
        report.put("value", new Json.Numeral(Double.toString(fraction)));
        return new Json.Members(report);
    }

    /// Adds the assay of an event.
    ///
    /// @param subjects lots and products, to which that of the assay is added
    void read(Json.Members event, int row, Names subjects, AssayTable to) {
        String id = event.text(ASSAY);
        String method = event.text(Terms.field("method"));
        String laboratory = event.text(Terms.field("laboratory"));
        if (id == null || id.isEmpty() || to.has(id)) {
            throw new OutsideProfile("an id of an assay of its own, not " + id, "新的化验编号，而不是 " + id);
        }
        boolean isDated = event.get(Terms.field("undated")) == null;
        int number = catalogue.method(method == null ? "default" : method);
        long measured = isDated ? Terms.time(event.text("eventTime")) : LedgerTime.BEGINNING;
        String subject = subject(event);
        double[] fractions = fractions(event);
        to.add(
                id,
                subjects.number(subject),
                measured,
                laboratory == null ? "" : laboratory,
                number,
                row,
                fractions);
    }

    /// The cells of an event's row in the table `assays`.
    ///
    /// @throws OutsideProfile if it is no assay of the profile
    static SortedMap<String, String> cells(Json.Members event) {
        SortedMap<String, String> cells = new TreeMap<>();
        String id = event.text(ASSAY);
        if (id == null || id.isEmpty()) {
            throw new OutsideProfile("an id of the assay", "化验编号");
        }
        cells.put("assay", id);
        cells.put("subject", subject(event));
        cells.put("basis", "element");
        if (event.get(Terms.field("undated")) == null) {
            cells.put("measured_at", LedgerTime.format(Terms.time(event.text("eventTime"))));
        }
        for (String field : List.of("laboratory", "method")) {
            String value = event.text(Terms.field(field));
            if (value != null && !value.isEmpty()) {
                cells.put(field, value);
            }
        }
        double[] fractions = fractions(event);
        for (Element e : Element.ALL) {
            double fraction = fractions[e.ordinal()];
            if (fraction != 0) {
                cells.put(e.name(), BigDecimal.valueOf(fraction).toPlainString());
            }
        }
        return cells;
    }

    private static String subject(Json.Members event) {
        List<Json> quantities = Terms.items(event, "quantityList");
        String uri =
                quantities.size() == 1 && quantities.getFirst() instanceof Json.Members element
                        ? element.text("epcClass")
                        : null;
        boolean isProduct = uri != null && uri.startsWith(PRODUCT);
        return Terms.id(isProduct ? PRODUCT : Terms.LOT, uri);
    }

    private static double[] fractions(Json.Members event) {
        double[] fractions = new double[Element.COUNT];
        for (Json element : Terms.items(event, "sensorElementList")) {
            if (element instanceof Json.Members members) {
                for (Json report : Terms.items(members, "sensorReport")) {
                    add(report, fractions);
                }
            }
        }
        double sum = 0;
        for (double fraction : fractions) {
            sum += fraction;
        }
        if (sum > FRACTION_MAX) {
            throw new OutsideProfile(
                    "fractions that sum to at most 1.05, not " + sum,
                    "合计不超过 1.05 的质量分数，而不是 " + sum);
        }
        return fractions;
    }

    private static void add(@Nullable Json report, double[] to) {
        if (!(report instanceof Json.Members members)
                || !(members.get("value") instanceof Json.Numeral value)) {
            throw new OutsideProfile("a value in each report", "每个报告须有数值");
        }
        String symbol = Terms.id(ELEMENT, members.text("chemicalSubstance"));
        double fraction = Double.parseDouble(value.digits());
        for (Element e : Element.ALL) {
            if (e.name().equals(symbol) && fraction >= 0 && fraction <= FRACTION_MAX) {
                to[e.ordinal()] = fraction;
                return;
            }
        }
        throw new OutsideProfile(
                "a fraction from 0 to 1.05 of a rare earth, not " + fraction + " of " + symbol,
                "稀土元素 0 至 1.05 的质量分数，而不是 " + symbol + " 的 " + fraction);
    }
}
