package org.ytterby.core.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;
import tools.jackson.databind.JsonNode;

/// Published accountancy inputs declared as a real ledger: one facility, a method per instrument.
final class BalanceVectors {
    /// All of a case lies within this calendar year, so that each instrument keeps one calibration.
    private static final int YEAR = 2024;

    /// Days of the year onto which a case is laid.
    private static final double DAYS = 360;

    private BalanceVectors() {}

    static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }

    private static FacilityBalance balance(String text) {
        return FacilityBalance.of(new ErrorModel(LedgerText.ledger(text)), 0).orElseThrow();
    }

    /// One element: locations are weighing methods, the product is pure and assayed without error.
    static FacilityBalance balance(JsonNode input, int realisation) {
        double end = input.required("periods").intValue() * input.required("mbp").doubleValue();
        StringBuilder text = new StringBuilder();
        for (String side : new String[] {"inputs", "inventories", "outputs"}) {
            JsonNode locations = input.required(side);
            for (int l = 0; l < locations.size(); l++) {
                location(text, side, l, locations.get(l), realisation, end);
            }
        }
        return balance(text.toString());
    }

    private static void location(
            StringBuilder text,
            String side,
            int l,
            JsonNode location,
            int realisation,
            double end) {
        String method = side + l;
        text.append(
                "weighing %s %s %s\n"
                        .formatted(
                                method,
                                location.required("dR").doubleValue(),
                                location.required("dS").doubleValue()));
        double[] times = doubles(location.required("times"));
        double[] values = doubles(location.required("values").get(realisation));
        String type =
                switch (side) {
                    case "inputs" -> "import";
                    case "outputs" -> "disposal";
                    default -> "stocktake";
                };
        for (int i = 0; i < times.length; i++) {
            if (times[i] > end) {
                continue; // a dummy that the other program needs
            }
            text.append(
                    "%s-%d %s %s M1 %s oxide %s method=%s partner=MM\n"
                            .formatted(
                                    method,
                                    i,
                                    type,
                                    time(times[i] / end),
                                    method,
                                    kg(values[i]),
                                    method));
        }
    }

    private static String time(double part) {
        long seconds = Math.round(part * DAYS * LedgerTime.DAY / LedgerTime.SECOND);
        return LedgerTime.format(LedgerTime.startOfYear(YEAR) + seconds * LedgerTime.SECOND);
    }

    private static String kg(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Many elements: every measurement is a lot of its own with an assay of its own.
    static FacilityBalance manyElements(JsonNode json) {
        StringBuilder text = new StringBuilder();
        JsonNode measurements = json.required("measurements");
        for (int i = 0; i < measurements.size(); i++) {
            measurement(text, i, measurements.get(i), json.required("elements"));
        }
        return balance(text.toString());
    }

    private static void measurement(StringBuilder text, int i, JsonNode m, JsonNode elements) {
        String scale = m.required("scale").stringValue();
        String lab = m.required("lab").stringValue();
        declareMethods(text, m, elements);
        double[] kg = doubles(m.required("element_t"));
        double total = 0;
        for (int e = 0; e < kg.length; e++) {
            kg[e] *= 1e3;
            total += kg[e];
        }
        BigDecimal mass = new BigDecimal(kg(2 * total)); // half of it is no rare earth
        text.append("assay a%d L%d lab=%s method=%s".formatted(i, i, lab, lab));
        for (int e = 0; e < kg.length; e++) {
            Element element = Element.valueOf(elements.get(e).stringValue());
            text.append(" %s=%s".formatted(element, kg[e] / mass.doubleValue()));
        }
        int period = m.required("period").intValue();
        boolean counted = m.required("kind").stringValue().equals("inv");
        String type =
                switch (m.required("kind").stringValue()) {
                    case "in" -> "import";
                    case "out" -> "disposal";
                    default -> "stocktake";
                };
        String day =
                counted
                        ? LedgerTime.format(LedgerTime.startOfMonth(YEAR * 12 + 2 * period))
                        : LedgerTime.format(LedgerTime.startOfMonth(YEAR * 12 + 2 * period - 1));
        text.append(
                "\nR%d %s %s M1 L%d oxide %s method=%s partner=MM\n"
                        .formatted(i, type, day, i, mass, scale));
    }

    /// Repeated rows of a method say the same; the first counts.
    private static void declareMethods(StringBuilder text, JsonNode m, JsonNode elements) {
        text.append(
                "weighing %s %s %s\n"
                        .formatted(
                                m.required("scale").stringValue(),
                                m.required("weighRandom").doubleValue(),
                                m.required("weighSystematic").doubleValue()));
        for (int e = 0; e < elements.size(); e++) {
            text.append(
                    "assaying %s %s %s %s\n"
                            .formatted(
                                    m.required("lab").stringValue(),
                                    m.required("assayRandom").get(e).doubleValue(),
                                    m.required("assaySystematic").get(e).doubleValue(),
                                    elements.get(e).stringValue()));
        }
    }
}
