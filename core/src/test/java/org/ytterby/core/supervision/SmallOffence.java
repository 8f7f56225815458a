package org.ytterby.core.supervision;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ytterby.core.testing.SimulatedPlant;

/// A small ledger for each rule that raises it, named as in [Rule].
enum SmallOffence {
    UNLICENSED_EXTRACTION(Rows.ERRORS + "E extraction 2024-01-05 SEP L conc 100\n"),
    UNLICENSED_SEPARATION(
            """
            P processing 2024-05-05 MET in  A conc  100
            P processing 2024-05-05 MET out O oxide 90
            """),
    NO_PLAN(Rows.ERRORS + "E extraction 2023-01-05 M1 L conc 100\n"),
    PLAN_EXCEEDED(Rows.ERRORS + "E extraction 2024-01-05 M1 L conc 1000000000\n"),
    INVENTORY_GAIN(Rows.plant(0.05)),
    INVENTORY_LOSS(Rows.plant(-0.05)),
    INVENTORY_TOO_GOOD(Rows.sameStock(7)),
    SECTOR_GAP(
            Rows.ERRORS
                    + """
                    K1 stocktake  2024-01-31 M1
                    K2 stocktake  2024-01-31 SEP
                    A  extraction 2024-02-02 M1  L conc 1000
                    S  shipment   2024-02-05 M1  L conc 600 partner=SEP
                    R  receipt    2024-02-06 SEP L conc 600 partner=M1
                    L1 stocktake  2024-02-29 M1  L conc 400
                    L2 stocktake  2024-02-29 SEP L conc 690
                    """),
    MIRROR_GAP(
            """
            imports JP 2024 0 284690 22000.1
            I import 2024-01-05 MET L oxide 50000 partner=MM
            X export 2024-05-05 MET L oxide 15000 partner=F dest=JP doc=LIC
            """),
    RECOVERY_IMPOSSIBLE(
            Rows.ERRORS
                    + """
                    P processing 2024-05-05 SEP in  A conc  100 from=2024-05-01
                    P processing 2024-05-05 SEP out O oxide 101 from=2024-05-01
                    """),
    LOT_UNDECLARED("S shipment 2024-01-05 SEP L oxide 30 partner=MET\n"),
    LOT_OVERDRAWN(
            Rows.ERRORS
                    + """
                    E extraction 2024-01-05 M1 L conc 1000 moisture=0.1
                    S shipment   2024-01-06 M1 L conc 400  partner=SEP
                    T shipment   2024-02-06 M1 L conc 550  partner=SEP
                    """),
    LOT_CREATED_TWICE(
            """
            E extraction 2024-01-05 M1 L conc 10
            F extraction 2024-01-05 M2 L conc 20
            """),
    SHIPMENT_UNRECEIVED(Rows.SENT + Rows.LAST),
    RECEIPT_UNSHIPPED(Rows.SENT + "R receipt 2024-01-06 SEP L conc 100 partner=M1 doc=J\n"),
    TRANSFER_DIFFERENCE(
            Rows.ERRORS + Rows.SENT + "R receipt 2024-01-06 SEP L conc 98 partner=M1 doc=I\n"),
    TRANSFER_IMPOSSIBLE(
            """
            facility M1  E mine       at=0,0
            facility SEP E separation at=0,9
            """
                    + Rows.SENT
                    + "R receipt 2024-01-05T08:15 SEP L conc 100 partner=M1 doc=I\n"),
    ROUND_TRIP(
            Rows.SENT
                    + """
                    R receipt  2024-01-06 SEP L conc 100 partner=M1  doc=I
                    T shipment 2024-01-07 SEP L conc 100 partner=M1  doc=J
                    U receipt  2024-01-08 M1  L conc 100 partner=SEP doc=J
                    """),
    CAPACITY_EXCEEDED(
            Rows.ERRORS
                    + """
                    facility M1 E mine capacity=1
                    E extraction 2024-01-05 M1 L conc 2000
                    """),
    ORIGIN_IMPLAUSIBLE(
            """
            deposit  D1 La=0.3 Nd=0.5 Dy=0.2 spread=0.1
            facility M1 E mine deposit=D1
            assay    a L La=0.085 Nd=0.086 Dy=0.696
            A extraction 2024-05-05 M1 L conc 1000
            """),
    EXPORT_UNLICENSED(Rows.MADE + Rows.EXPORT + "100 partner=F dest=JP doc=NOPE\n"),
    EXPORT_EXPIRED(
            Rows.MADE + "X export 2025-01-01T00:00 MET L oxide 100 partner=F dest=JP doc=LIC\n"),
    EXPORT_MISMATCH(Rows.MADE + Rows.EXPORT + "100 partner=F dest=US doc=LIC\n"),
    EXPORT_OVER_LICENCE(
            Rows.ERRORS
                    + "licence LIC E F JP oxide 50 from=2024-01-01 until=2024-12-31\n"
                    + Rows.MADE
                    + Rows.EXPORT
                    + "100 partner=F dest=JP doc=LIC\n"),
    EXPORT_UNTRACEABLE(Rows.EXPORT + "100 partner=F dest=JP doc=LIC\n"),
    REPORT_LATE("E extraction 2024-01-05 M1 L conc 10 entered=2024-02-11T00:00\n"),
    STOCKTAKE_MISSING("E extraction 2024-01-05 M1 L conc 10\n" + Rows.LAST);

    private final String text;

    SmallOffence(String text) {
        this.text = text;
    }

    static String ledger(Rule rule) {
        return valueOf(rule.name()).text;
    }

    /// Rows that several of them share.
    private static final class Rows {
        private static final String MADE = "I import 2024-01-05 MET L oxide 1000 partner=MM\n";
        private static final String EXPORT = "X export 2024-05-05 MET L oxide ";
        private static final String SENT =
                """
                E extraction 2024-01-02 M1 L conc 1000
                S shipment   2024-01-05T00:00 M1 L conc 100 partner=SEP doc=I
                """;
        private static final String LAST = "Z extraction 2024-06-01 M2 Z conc 1\n";
        private static final String ERRORS =
                """
                weighing default 0.001 0.001
                """;

        private static String plant(double part) {
            double[] hidden = new double[11];
            Arrays.fill(hidden, part);
            return SimulatedPlant.rows(new SplittableRandom(11), 1, hidden);
        }

        private static String sameStock(int times) {
            StringBuilder text = new StringBuilder("weighing default 0.01 0\n");
            for (int i = 0; i < times; i++) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "K%d stocktake 2024-%02d-01 SEP A conc 1000%n",
                                i,
                                i + 1));
            }
            return text.toString();
        }
    }
}
