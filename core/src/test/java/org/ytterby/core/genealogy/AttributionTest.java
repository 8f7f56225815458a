package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class AttributionTest {
    /// Every excess is noise.
    private static final RecordExcess NONE = excess("", 0);

    /// An excess in one record, with a finding behind it.
    private static RecordExcess excess(String record, double share) {
        return new RecordExcess() {
            @Override
            public double unaccountedShare(int r, int element) {
                return ("record " + r).equals(record) ? share : 0;
            }

            @Override
            public boolean isFound(int r) {
                return ("record " + r).equals(record);
            }
        };
    }

    private static Attribution attribution(RecordExcess excess, String lot, String text) {
        Ledger ledger = LedgerText.ledger(text);
        int number = ledger.flows().texts().lots().find(lot);
        return Attribution.of(Births.of(ledger), excess, new int[] {number});
    }

    private static Map<String, Double> shares(String lot, Element e, String text) {
        return shares(attribution(NONE, lot, text), e);
    }

    private static Map<String, Double> shares(Attribution attribution, Element e) {
        Map<String, Double> shares = new TreeMap<>();
        attribution.shares(0, e).forEach(s -> shares.put(s.origin().code(), s.share()));
        return shares;
    }

    private static void assertShare(Map<String, Double> shares, String origin, double share) {
        assertThat(shares.getOrDefault(origin, 0.0)).isCloseTo(share, within(1e-9));
    }

    @Test
    void anExtractedLotComesFromItsMine() {
        assertThat(shares("L", Element.Nd, "A extraction 2024-01-05 M1 L conc 100"))
                .containsExactly(Map.entry("extraction:M1", 1.0));
    }

    @Test
    void aLotIsThePoolOfAllItWasMadeOfWhateverTheOrderInTime() {
        Map<String, Double> shares =
                shares(
                        "L",
                        Element.Nd,
                        """
                        A extraction 2024-01-05 M1  L conc 100
                        B export     2024-01-06 M1  L conc 100 partner=F
                        C import     2024-02-05 SEP L conc 300 partner=MM
                        D receipt    2024-02-06 SEP L conc 100 partner=OUT
                        """);
        assertShare(shares, "extraction:M1", 0.2);
        assertShare(shares, "import:MM", 0.6);
        assertShare(shares, "outside:OUT", 0.2);
    }

    @Test
    void outputsShareThePoolOfTheirInputsElementByElement() {
        String text =
                """
                assay a A Nd=0.5 Dy=0.1
                assay b B Nd=0.5
                E extraction 2024-01-05 M1 A conc 100
                F extraction 2024-01-05 M2 B conc 300
                P processing 2024-01-09 SEP in  A conc 100
                P processing 2024-01-09 SEP in  B conc 300
                P processing 2024-01-09 SEP out O oxide 200
                P processing 2024-01-09 SEP out D oxide 10
                assay o O Nd=1
                assay d D Dy=1
                """;
        Map<String, Double> neodymium = shares("O", Element.Nd, text);
        assertShare(neodymium, "extraction:M1", 0.25);
        assertShare(neodymium, "extraction:M2", 0.75);
        assertShare(shares("D", Element.Dy, text), "extraction:M1", 1);
        assertThat(shares("D", Element.Nd, text)).isEmpty();
    }

    @Test
    void aLoopSolvesTheLinearSystem() {
        // x = (a + h/5)..., worked by hand: H1 = (10 A + 2 H2)/12, H2 = (5 B + 3 H1)/8
        String text =
                """
                E1 extraction 2024-01-05 M1 A conc 10000
                E2 extraction 2024-01-05 M2 B conc 5000
                P1 processing 2024-01-10 SEP in  A  conc 10000
                P1 processing 2024-01-10 SEP in  H2 conc 2000
                P1 processing 2024-01-10 SEP out H1 conc 6000
                P2 processing 2024-01-20 SEP in  B  conc 5000
                P2 processing 2024-01-20 SEP in  H1 conc 3000
                P2 processing 2024-01-20 SEP out H2 conc 4000
                """;
        Map<String, Double> h1 = shares("H1", Element.Nd, text);
        assertShare(h1, "extraction:M1", 8.0 / 9);
        assertShare(h1, "extraction:M2", 1.0 / 9);
        Map<String, Double> h2 = shares("H2", Element.Nd, text);
        assertShare(h2, "extraction:M1", 1.0 / 3);
        assertShare(h2, "extraction:M2", 2.0 / 3);
    }

    @Test
    void aLoopThatHardlyAnythingFeedsStillComesFromWhatFeedsIt() {
        for (String circulating : List.of("10000", "1000000", "1000000000")) {
            Map<String, Double> shares =
                    shares(
                            "H",
                            Element.Nd,
                            """
                            E extraction 2024-01-05 M1  A conc 1
                            P processing 2024-01-10 SEP in  A conc 1
                            P processing 2024-01-10 SEP in  H hold %1$s
                            P processing 2024-01-10 SEP out H hold %1$s
                            """
                                    .formatted(circulating));
            assertThat(shares.keySet()).containsExactly("extraction:M1");
            assertShare(shares, "extraction:M1", 1);
        }
    }

    @Test
    void aLoopThatNothingFeedsIsUnaccounted() {
        Map<String, Double> shares =
                shares(
                        "A",
                        Element.Nd,
                        """
                        P processing 2024-01-10 SEP in  A conc 10
                        P processing 2024-01-10 SEP out B conc 10
                        Q processing 2024-01-11 SEP in  B conc 10
                        Q processing 2024-01-11 SEP out A conc 10
                        """);
        assertShare(shares, "unaccounted", 1);
    }

    @Test
    void aLotMadeOnlyOfItselfIsUnaccounted() {
        Map<String, Double> shares =
                shares(
                        "A",
                        Element.Nd,
                        """
                        P processing 2024-01-10 SEP in  A conc 10
                        P processing 2024-01-10 SEP out A conc 10
                        """);
        assertShare(shares, "unaccounted", 1);
    }

    @Test
    void theExcessOfARecordIsUnaccounted() {
        Attribution attribution =
                attribution(
                        excess("record 1", 0.2),
                        "O",
                        """
                        E extraction 2024-01-05 M1 A conc 80
                        P processing 2024-01-10 SEP in  A conc 80
                        P processing 2024-01-10 SEP out O oxide 100
                        """);
        Map<String, Double> shares = shares(attribution, Element.Nd);
        assertShare(shares, "extraction:M1", 0.8);
        assertShare(shares, "unaccounted", 0.2);
        assertThat(attribution.untraceableShare(0, Element.Nd)).isCloseTo(0.2, within(1e-12));
        assertThat(attribution.shares(0, Element.Nd).getFirst().massKg())
                .isCloseTo(80, within(1e-9));
    }

    @Test
    void anExcessWithoutFindingIsUnaccountedButTraceable() {
        RecordExcess silent =
                new RecordExcess() {
                    @Override
                    public double unaccountedShare(int record, int element) {
                        return 0.2;
                    }

                    @Override
                    public boolean isFound(int record) {
                        return false;
                    }
                };
        Attribution attribution =
                attribution(
                        silent,
                        "O",
                        """
                        E extraction 2024-01-05 M1 A conc 80
                        P processing 2024-01-10 SEP in  A conc 80
                        P processing 2024-01-10 SEP out O oxide 100
                        """);
        assertShare(shares(attribution, Element.Nd), "unaccounted", 0.2);
        assertThat(attribution.untraceableShare(0, Element.Nd)).isZero();
    }

    @Test
    void anElementThatNoInputHoldsIsUnaccounted() {
        Map<String, Double> shares =
                shares(
                        "O",
                        Element.Dy,
                        """
                        assay o O Nd=0.9 Dy=0.1
                        E extraction 2024-01-05 M1 A conc 80
                        P processing 2024-01-10 SEP in  A conc 80
                        P processing 2024-01-10 SEP out O oxide 80
                        """);
        assertShare(shares, "unaccounted", 1);
    }

    @Test
    void anInputThatWasMadeWithoutTheElementCountsAsUnaccounted() {
        Map<String, Double> shares =
                shares(
                        "O",
                        Element.Dy,
                        """
                        assay a1 A Nd=1       at=2024-01-01
                        assay a2 A Nd=1 Dy=0.1 at=2024-01-08
                        assay b  B Nd=1 Dy=0.3
                        assay o  O Dy=1
                        E extraction 2024-01-05 M1 A conc 100
                        F extraction 2024-01-05 M2 B conc 100
                        P processing 2024-01-10 SEP in  A conc 100
                        P processing 2024-01-10 SEP in  B conc 100
                        P processing 2024-01-10 SEP out O oxide 40
                        """);
        assertShare(shares, "unaccounted", 0.25);
        assertShare(shares, "extraction:M2", 0.75);
    }

    @Test
    void aLotThatNeverCameIntoBeingIsUndeclared() {
        Attribution attribution =
                attribution(
                        NONE,
                        "L",
                        """
                        S shipment 2024-01-05 SEP L oxide 30 partner=MET
                        T shipment 2024-01-06 SEP L oxide 20 partner=MET
                        R receipt  2024-01-07 MET L oxide 30 partner=SEP
                        """);
        assertThat(shares(attribution, Element.Nd)).containsExactly(Map.entry("undeclared", 1.0));
        assertThat(attribution.shares(0, Element.Nd).getFirst().massKg())
                .isCloseTo(50, within(1e-9));
        assertThat(attribution.untraceableShare(0, Element.Nd)).isEqualTo(1);
    }

    @Test
    void stockCountedFirstIsAnOpening() {
        assertThat(
                        shares(
                                "L",
                                Element.Nd,
                                """
                                K stocktake 2024-01-05 SEP L oxide 30
                                S shipment  2024-01-06 SEP L oxide 30 partner=MET
                                """))
                .containsExactly(Map.entry("opening:SEP", 1.0));
    }

    @Test
    void aLotThatIsOnlyReceivedHasNoOrigin() {
        assertThat(shares("L", Element.Nd, "R receipt 2024-01-05 MET L oxide 1 partner=SEP"))
                .isEmpty();
    }

    @Test
    void aLongChainIsFollowedToItsMine() {
        StringBuilder text = new StringBuilder("E extraction 2024-01-05 M1 L0 conc 10\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append("P%d processing 2024-01-05 SEP in  L%d conc 10\n".formatted(i, i - 1));
            text.append("P%d processing 2024-01-05 SEP out L%d conc 10\n".formatted(i, i));
        }
        assertShare(shares("L5000", Element.Nd, text.toString()), "extraction:M1", 1);
    }

    /// A millionth of the loop comes from outside: sweeps end before shares sum to 1.
    static final String SLOW_LOOP =
            """
            A extraction 2024-01-01 M1      L conc 0.1
            P processing 2024-01-02 SEP in  L conc 0.1
            P processing 2024-01-02 SEP in  X conc 100000
            P processing 2024-01-02 SEP out Y conc 100000.1
            Q processing 2024-01-03 SEP in  Y conc 100000.1
            Q processing 2024-01-03 SEP out X conc 100000.1
            """;

    @Test
    void aLoopThatHardlyAnythingFeedsIsTakenInProportionAndTold() {
        Attribution attribution = attribution(NONE, "X", SLOW_LOOP);
        assertShare(shares(attribution, Element.Nd), "extraction:M1", 1);
        assertThat(attribution.unsettled()).hasSize(2);
    }

    @Test
    void aLoopThatSettlesIsNotTold() {
        assertThat(attribution(NONE, "X", SLOW_LOOP.replace("100000", "10")).unsettled()).isEmpty();
    }
}
