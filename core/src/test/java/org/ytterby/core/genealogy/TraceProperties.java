package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.MeasuredExcess;
import org.ytterby.core.testing.Property;

/// Traces of small random books, loops and splits among them, against [TraceTwin].
class TraceProperties {
    private static final int LOTS = 6;
    private static final double TOLERANCE_KG = 1e-5;
    private static final double TOLERANCE_SHARE = 1e-9;

    @Test
    void theTwinAgreesInBothDirections() {
        Property.forAll(150, TraceProperties::checkAgainstTwin);
    }

    @Test
    void whatOneLotGivesIsWhatTheOtherCarries() {
        Property.forAll(60, TraceProperties::checkBothWays);
    }

    /// Lots are traced and attributed by themselves as they are among all others.
    @Test
    void onePreparationServesEveryLot() {
        Property.forAll(60, TraceProperties::checkShared);
    }

    private static void checkShared(RandomGenerator random) {
        Births births = books(random);
        RecordExcess excess = new MeasuredExcess(births.ledger());
        Tracing tracing = Tracing.of(births, excess);
        int[] lots = lots(births).stream().mapToInt(Integer::intValue).toArray();
        Attribution together = Attribution.of(births, excess, lots);
        for (int i = 0; i < lots.length; i++) {
            Trace trace = tracing.trace(lots[i]);
            assertThat(trace).isEqualTo(TraceBooks.trace(births, lots[i]));
            assertThat(tracing.backward(lots[i]).steps()).isEqualTo(trace.backward());
            assertThat(tracing.forward(lots[i]).steps()).isEqualTo(trace.forward());
            assertThat(tracing.forward(lots[i]).subject()).isEqualTo(trace.subject());
            Attribution alone = tracing.attribution(lots[i]);
            for (Element e : Element.ALL) {
                checkSame(together.shares(i, e), alone.shares(0, e));
            }
        }
    }

    private static void checkSame(List<OriginShare> expected, List<OriginShare> found) {
        assertThat(found).extracting(OriginShare::origin).isEqualTo(origins(expected));
        for (int k = 0; k < found.size(); k++) {
            assertThat(found.get(k).share())
                    .isCloseTo(expected.get(k).share(), within(TOLERANCE_SHARE));
        }
    }

    private static List<Origin> origins(List<OriginShare> shares) {
        return shares.stream().map(OriginShare::origin).toList();
    }

    private static void checkBothWays(RandomGenerator random) {
        Births births = books(random);
        for (int from : lots(births)) {
            for (Trace.Step step : TraceBooks.trace(births, from).forward()) {
                assertThat(given(TraceBooks.trace(births, step.lot()), from))
                        .isCloseTo(step.tracedReoKg(), within(TOLERANCE_KG));
            }
        }
    }

    private static double given(Trace trace, int lot) {
        return trace.backward().stream()
                .filter(step -> step.lot() == lot)
                .mapToDouble(Trace.Step::tracedReoKg)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void checkAgainstTwin(RandomGenerator random) {
        Births births = books(random);
        TraceTwin twin = new TraceTwin(new ErrorModel(births.ledger()), births);
        for (int lot : lots(births)) {
            Trace trace = TraceBooks.trace(births, lot);
            for (Trace.Step step : trace.forward()) {
                assertThat(step.tracedReoKg())
                        .as("lot %d in lot %d", lot, step.lot())
                        .isCloseTo(twin.reoKg(lot, step.lot()), within(TOLERANCE_KG));
            }
            for (Trace.Step step : trace.backward()) {
                assertThat(step.tracedReoKg())
                        .as("lot %d in lot %d", step.lot(), lot)
                        .isCloseTo(twin.reoKg(step.lot(), lot), within(TOLERANCE_KG));
            }
        }
    }

    private static List<Integer> lots(Births births) {
        return IntStream.range(0, births.ledger().linesByLot().groupCount())
                .filter(lot -> births.ledger().linesByLot().size(lot) > 0)
                .boxed()
                .toList();
    }

    private static Births books(RandomGenerator random) {
        TraceBooks books = new TraceBooks();
        for (int lot = 0; lot < LOTS; lot++) {
            if (random.nextInt(3) > 0) {
                double cerium = random.nextInt(4) == 0 ? 0 : random.nextDouble();
                books.assay("L" + lot, cerium, 1 - cerium);
            }
            if (random.nextInt(3) == 0) {
                books.mine("L" + lot, 1 + random.nextInt(100));
            }
        }
        int records = 1 + random.nextInt(5);
        for (int i = 0; i < records; i++) {
            int record = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                books.in(record, "L" + random.nextInt(LOTS), 1 + random.nextInt(100));
            }
            for (int k = 0; k < 1 + random.nextInt(3); k++) {
                books.out(record, "L" + random.nextInt(LOTS), 1 + random.nextInt(100));
            }
        }
        return books.births();
    }
}
