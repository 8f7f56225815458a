package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.supervision.Severity;
import org.ytterby.core.testing.Vectors;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.results.ResultWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole ledger packages with every figure of their answer, to the tolerances of their README.
class PackageVectorsTest {
    private static final String EXPECTED = "-expected";
    private static final double OF_THROUGHPUT = 1e-7;
    private static final double KG = 2e-5;
    private static final double STANDARDISED = 1e-5;
    private static final double SHARE = 1e-6;

    @TestFactory
    Stream<DynamicNode> everyPublishedPackageAgrees() {
        return Vectors.cases("packages", "*" + EXPECTED, PackageVectorsTest::cases);
    }

    @TestFactory
    Stream<DynamicNode> equalInputGivesByteEqualOutput(@TempDir Path folder) {
        return Vectors.cases(
                "packages",
                "*" + EXPECTED,
                (name, expected) -> {
                    String stem = name.substring(0, name.length() - EXPECTED.length());
                    return dynamicTest(
                            stem, () -> writeTwice(expected.resolveSibling(stem), folder));
                });
    }

    private static void writeTwice(Path ledgerPackage, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (String time : List.of("first", "second")) {
            Path out = folder.resolve(ledgerPackage.getFileName() + "-" + time);
            Files.createDirectories(out);
            ResultWriter.write(
                    Reconciler.reconcile(PackageReader.read(ledgerPackage), Settings.standard()),
                    out);
            written.add(out);
        }
        try (Stream<Path> files = Files.list(written.getFirst())) {
            List<Path> found = files.toList();
            assertThat(found).isNotEmpty();
            for (Path file : found) {
                assertThat(written.getLast().resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    private static DynamicNode cases(String name, Path expected) {
        String stem = name.substring(0, name.length() - EXPECTED.length());
        Answer answer = new Answer(expected.resolveSibling(stem), expected);
        return dynamicContainer(
                stem,
                Stream.of(
                        dynamicTest("every row is read", answer::isWhole),
                        answer.test("balances.json", PackageVectorsTest::balances),
                        answer.test("attribution.json", PackageVectorsTest::attribution),
                        answer.test("plan_use.json", PackageVectorsTest::planUse),
                        answer.test("findings.json", PackageVectorsTest::findings)));
    }

    @FunctionalInterface
    private interface Comparison {
        void compare(Reconciliation ours, JsonNode expected);
    }

    /// Our answer to a package, computed once, beside the published one.
    private static final class Answer {
        private final Path expected;
        private final Supplier<Reconciliation> reconciliation;
        private final Map<Path, Reconciliation> computed = new TreeMap<>();

        Answer(Path folder, Path expected) {
            this.expected = expected;
            reconciliation =
                    () ->
                            computed.computeIfAbsent(
                                    folder,
                                    path ->
                                            Reconciler.reconcile(
                                                    PackageReader.read(path),
                                                    new Settings(0.05, true, Set.of())));
        }

        DynamicTest test(String file, Comparison comparison) {
            return dynamicTest(
                    file,
                    () ->
                            comparison.compare(
                                    reconciliation.get(),
                                    JsonMapper.shared().readTree(expected.resolve(file))));
        }

        void isWhole() {
            assertThat(reconciliation.get().problems()).isEmpty();
        }
    }

    private static void balances(Reconciliation ours, JsonNode expected) {
        Map<String, PeriodBalance> rows = new TreeMap<>();
        for (PeriodBalance row : ours.balances()) {
            rows.put(
                    String.join(
                            " ",
                            ours.ledger().registry().facility(row.facility()).id(),
                            row.element().name(),
                            LedgerTime.format(row.period().fromMicros()),
                            LedgerTime.format(row.period().untilMicros())),
                    row);
        }
        Set<String> keys = new TreeSet<>();
        for (JsonNode e : expected) {
            String key = texts(e, "facility", "element", "from", "until");
            keys.add(key);
            assertThat(rows).containsKey(key);
            balance(key, Objects.requireNonNull(rows.get(key)), e);
        }
        assertThat(rows.keySet()).isEqualTo(keys);
    }

    private static void balance(String key, PeriodBalance row, JsonNode e) {
        double throughput =
                (row.openingMg() + row.additionsMg() + row.removalsMg() + row.closingMg()) / 1e6;
        double kg = OF_THROUGHPUT * throughput + KG;
        PeriodBalance.Statistics s = row.statistics();
        assertField(key, e, "opening_kg", row.openingMg() / 1e6, kg);
        assertField(key, e, "additions_kg", row.additionsMg() / 1e6, kg);
        assertField(key, e, "removals_kg", row.removalsMg() / 1e6, kg);
        assertField(key, e, "closing_kg", row.closingMg() / 1e6, kg);
        assertField(key, e, "difference_kg", row.differenceMg() / 1e6, kg);
        assertField(key, e, "sigma_kg", s.sigmaKg(), kg);
        assertField(key, e, "cumulative_kg", s.cumulativeMg() / 1e6, kg);
        assertField(key, e, "cumulative_sigma_kg", s.cumulativeSigmaKg(), kg);
        assertField(key, e, "sitmuf", s.sitmuf(), STANDARDISED);
        assertField(key, e, "page_loss", s.pageLoss(), STANDARDISED);
        assertField(key, e, "page_gain", s.pageGain(), STANDARDISED);
    }

    private static void assertField(
            String key, JsonNode e, String field, double ours, double tolerance) {
        JsonNode value = e.required(field);
        if (value.isNumber()) {
            assertThat(ours)
                    .as("%s %s", key, field)
                    .isCloseTo(value.doubleValue(), within(tolerance));
        } else {
            assertThat(ours).as("%s %s", key, field).isNaN();
        }
    }

    private static void attribution(Reconciliation ours, JsonNode expected) {
        Map<String, Double> shares = new TreeMap<>();
        for (OriginShare row : ours.attribution()) {
            String lot = ours.ledger().flows().lotId(row.lot());
            shares.put(
                    String.join(" ", lot, row.element().name(), row.origin().code()), row.share());
        }
        for (JsonNode e : expected) {
            String key = texts(e, "lot", "element", "origin");
            Double share = shares.remove(key);
            assertThat(share == null ? 0 : share)
                    .as(key)
                    .isCloseTo(e.required("share").doubleValue(), within(SHARE));
        }
        assertThat(shares.values()).as("rows beyond: %s", shares).allMatch(share -> share <= SHARE);
    }

    private static void planUse(Reconciliation ours, JsonNode expected) {
        Registry registry = ours.ledger().registry();
        Map<String, Double> used = new TreeMap<>();
        for (PlanUse row : ours.planUse()) {
            String ore = row.oreType() == null ? "" : row.oreType().code();
            used.put(
                    row.year()
                            + String.join(
                                    " ",
                                    "",
                                    row.kind().code(),
                                    ore,
                                    registry.party(row.holder()).id()),
                    row.usedKg());
        }
        for (JsonNode e : expected) {
            String key =
                    e.required("year").intValue() + " " + texts(e, "kind", "ore_type", "holder");
            double kg = e.required("used_t_reo").doubleValue() * 1e3;
            assertThat(used).containsKey(key);
            assertThat(used.get(key)).as(key).isCloseTo(kg, within(OF_THROUGHPUT * kg + KG));
        }
    }

    /// What must be found is found; where nothing need be, nothing serious is.
    private static void findings(Reconciliation ours, JsonNode expected) {
        for (JsonNode e : expected) {
            String key = e.required("key").stringValue();
            String value = e.required("value").stringValue();
            assertThat(ours.findings())
                    .as("%s with %s %s", e.required("rule").stringValue(), key, value)
                    .anyMatch(f ->
                            f.rule().code().equals(e.required("rule").stringValue())
                                    && value.equals(subject(f.subject(), key)));
        }
        if (expected.isEmpty()) {
            assertThat(ours.findings()).noneMatch(f -> f.severity() == Severity.HIGH);
        }
    }

    private static String subject(Finding.Subject subject, String key) {
        return switch (key) {
            case "party" -> subject.party();
            case "facility" -> subject.facility();
            case "lot" -> subject.lot();
            case "record" -> subject.record();
            default -> throw new IllegalArgumentException("a finding has no " + key);
        };
    }

    private static String texts(JsonNode row, String... fields) {
        return Stream.of(fields)
                .map(field -> row.required(field).stringValue())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
