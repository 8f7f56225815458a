package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class TraceTest {
    private static final Offset<Double> ROUNDING = within(1e-4);
    private static final double REO_PER_KG =
            (Element.Ce.oxideFactor() + Element.Nd.oxideFactor()) / 2;

    private final TraceBooks books = new TraceBooks();

    @Test
    void aLotSplitAndMixedIsFollowedInProportion() {
        books.mine("A", 100);
        books.mine("B", 300);
        int blend = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(blend, "A", 60);
        books.in(blend, "B", 60);
        books.out(blend, "C", 80);
        books.out(blend, "D", 40);
        int next = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(next, "C", 80);
        books.out(next, "E", 80);

        Trace a = trace("A");

        assertThat(named(a.forward())).containsExactly("C 1 40", "D 1 20", "E 2 40");
        assertThat(a.backward()).isEmpty();
        assertThat(named(trace("E").backward())).containsExactly("C 1 80", "A 2 40", "B 2 40");
    }

    @Test
    void theRecallSetSaysWhereEveryKilogramWent() {
        books.mine("A", 100);
        books.ship(TraceBooks.PLANT, TraceBooks.NEIGHBOUR, "A", 20);
        books.receive(TraceBooks.NEIGHBOUR, TraceBooks.PLANT, "A", 20);
        books.ship(TraceBooks.PLANT, TraceBooks.OUTSIDE, "A", 10);
        books.dispose("A", 5);
        int use = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(use, "A", 50);
        books.out(use, "B", 50);
        books.export("B", 30);
        books.ship(TraceBooks.PLANT, TraceBooks.NEIGHBOUR, "B", 8);

        Trace trace = trace("A");

        assertThat(kg(trace.leftReoKg(Trace.Way.SHIPPED))).isCloseTo(20, ROUNDING);
        assertThat(kg(trace.leftReoKg(Trace.Way.OUTSIDE))).isCloseTo(10, ROUNDING);
        assertThat(kg(trace.leftReoKg(Trace.Way.DISPOSED))).isCloseTo(5, ROUNDING);
        assertThat(kg(trace.leftReoKg(Trace.Way.EXPORTED))).isCloseTo(30, ROUNDING);
        assertThat(kg(trace.leftReoKg(Trace.Way.UNRECEIVED))).isCloseTo(8, ROUNDING);
        // 15 of A at the plant, 20 at the neighbour, 12 of B at the plant
        assertThat(kg(trace.stockReoKg())).isCloseTo(47, ROUNDING);
        assertThat(trace.recall()).hasSize(3);
    }

    @Test
    void aReceiptAnswersOneShipmentOnly() {
        books.mine("A", 100);
        books.ship(TraceBooks.PLANT, TraceBooks.NEIGHBOUR, "A", 20);
        books.ship(TraceBooks.PLANT, TraceBooks.NEIGHBOUR, "A", 30);
        books.receive(TraceBooks.NEIGHBOUR, TraceBooks.PLANT, "A", 20);

        Trace trace = trace("A");

        assertThat(kg(trace.leftReoKg(Trace.Way.SHIPPED))).isCloseTo(20, ROUNDING);
        assertThat(kg(trace.leftReoKg(Trace.Way.UNRECEIVED))).isCloseTo(30, ROUNDING);
    }

    @Test
    void whatCameFromNowhereIsNotOfTheTracedLot() {
        books.mine("A", 60);
        int use = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(use, "A", 60);
        books.out(use, "B", 80);

        assertThat(named(trace("A").forward())).containsExactly("B 1 60");
    }

    @Test
    void aLoopCountsEveryKilogramOnce() {
        books.mine("A", 100);
        int use = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(use, "A", 100);
        books.in(use, "S", 100);
        books.out(use, "B", 200);
        int scrap = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(scrap, "B", 100);
        books.out(scrap, "S", 100);

        assertThat(named(trace("A").forward())).containsExactly("B 1 200", "S 2 100");
        assertThat(named(trace("B").backward())).containsExactly("A 1 200", "S 1 100");
        assertThat(named(trace("S").backward())).containsExactly("B 1 100", "A 2 100");
    }

    @Test
    void aLoopThatNothingEntersIsStillTraced() {
        int one = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(one, "A", 10);
        books.out(one, "B", 10);
        int two = books.record(FlowType.PROCESSING, TraceBooks.PLANT);
        books.in(two, "B", 10);
        books.out(two, "A", 10);

        assertThat(named(trace("A").backward())).containsExactly("B 1 10");
        assertThat(named(trace("A").forward())).containsExactly("B 1 10");
    }

    @Test
    void aLoopThatDoesNotSettleIsTold() {
        Births births = Births.of(LedgerText.ledger(AttributionTest.SLOW_LOOP));
        int fed = births.ledger().flows().texts().lots().find("L");
        assertThat(TraceBooks.trace(births, fed).isSettled()).isFalse();
        books.mine("A", 100);
        assertThat(trace("A").isSettled()).isTrue();
    }

    @Test
    void aLotWithoutLinesIsRefused() {
        books.mine("A", 1);
        int lot = books.lot("never");
        Births births = books.births();
        assertThatThrownBy(() -> TraceBooks.trace(births, lot))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Trace trace(String lot) {
        return TraceBooks.trace(books.births(), books.lot(lot));
    }

    private static double kg(double reoKg) {
        return reoKg / REO_PER_KG;
    }

    /// Each step as lot, depth and kg of material.
    private List<String> named(List<Trace.Step> steps) {
        return steps.stream()
                .map(step ->
                        books.births().ledger().flows().lotId(step.lot())
                                + " "
                                + step.depth()
                                + " "
                                + Math.round(kg(step.tracedReoKg())))
                .toList();
    }
}
