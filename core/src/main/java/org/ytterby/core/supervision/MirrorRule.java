package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.PartnerImport;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;

/// mirror-gap: a partner country says it imported more from here than was declared as exported.
///
/// Compared by destination, year and the first six digits of the customs code. Where a partner
/// gives a code both for the year and by month, the year counts.
final class MirrorRule {
    private static final int HEADING_DIGITS = 6;

    private record Key(String country, int year, String heading) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int c = country.compareTo(other.country);
            c = c != 0 ? c : Integer.compare(year, other.year);
            return c != 0 ? c : heading.compareTo(other.heading);
        }
    }

    private record Code(String country, int year, String hsCode) {}

    private final Scene scene;

    MirrorRule(Scene scene) {
        this.scene = scene;
    }

    List<Reasoned> findings() {
        Map<Key, List<PartnerImport>> imports = imports();
        Map<Key, List<Integer>> exports = exports();
        List<Reasoned> findings = new ArrayList<>();
        imports.forEach((key, rows) -> {
            double importedKg = importedKg(rows);
            List<Integer> lines = exports.getOrDefault(key, List.of());
            double exportedKg = lines.stream().mapToDouble(scene::weighedKg).sum();
            double gap = importedKg - exportedKg;
            double[] limits = limits(key.year());
            if (gap > limits[0] * exportedKg && gap > limits[1]) {
                findings.add(finding(key, rows, exportedKg, lines));
            }
        });
        return findings;
    }

    static double importedKg(List<PartnerImport> rows) {
        return rows.stream().mapToDouble(row -> row.massMg() / Mass.MG_PER_KG).sum();
    }

    /// Share of exports and kilograms that a gap must exceed, as at the beginning of a year.
    private double[] limits(int year) {
        long micros = LedgerTime.startOfYear(year);
        return new double[] {
            scene.limit(Limit.MIRROR_GAP_SHARE_MAX, micros),
            scene.limit(Limit.MIRROR_GAP_KG_MAX, micros)
        };
    }

    private Map<Key, List<PartnerImport>> imports() {
        List<PartnerImport> rows = scene.ledger().declarations().context().partnerImports();
        Set<Code> yearly = new HashSet<>();
        rows.stream().filter(row -> row.month() == 0).map(MirrorRule::code).forEach(yearly::add);
        Map<Key, List<PartnerImport>> byKey = new TreeMap<>();
        for (PartnerImport row : rows) {
            if (row.month() == 0 || !yearly.contains(code(row))) {
                Key key = new Key(row.country(), row.year(), heading(row.hsCode()));
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        return byKey;
    }

    private static Code code(PartnerImport row) {
        return new Code(row.country(), row.year(), row.hsCode());
    }

    private Map<Key, List<Integer>> exports() {
        Map<Key, List<Integer>> lines = new HashMap<>();
        for (int line : scene.ledger().lines()) {
            if (scene.ledger().type(line) == FlowType.EXPORT) {
                String country = Destinations.of(scene, line);
                int year = LedgerTime.yearOf(scene.ledger().timeMicros(line));
                Key key = new Key(country, year, heading(scene.product(line).hsCode()));
                lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
            }
        }
        return lines;
    }

    private static String heading(String hsCode) {
        return hsCode.length() > HEADING_DIGITS ? hsCode.substring(0, HEADING_DIGITS) : hsCode;
    }

    private Reasoned finding(
            Key key, List<PartnerImport> rows, double exportedKg, List<Integer> lines) {
        double importedKg = importedKg(rows);
        double gap = importedKg - exportedKg;
        return scene.draft(Rule.MIRROR_GAP)
                .during(
                        new Span(
                                LedgerTime.startOfYear(key.year()),
                                LedgerTime.startOfYear(key.year() + 1)))
                .mass(gap)
                .restsOnLines(lines)
                .shows(() -> MirrorWorking.of(scene, rows, lines, limits(key.year())))
                .says(
                        key.country()
                                + " reports importing "
                                + Say.mass(importedKg).en()
                                + " under "
                                + key.heading()
                                + " in "
                                + key.year()
                                + ", "
                                + Say.mass(gap).en()
                                + " more than the "
                                + Say.mass(exportedKg).en()
                                + " declared as exported there",
                        key.country()
                                + " 公布 "
                                + key.year()
                                + " 年自我进口 "
                                + key.heading()
                                + " 项下 "
                                + Say.mass(importedKg).zh()
                                + "，比我申报对其出口的 "
                                + Say.mass(exportedKg).zh()
                                + " 多 "
                                + Say.mass(gap).zh())
                .reasoned();
    }
}
