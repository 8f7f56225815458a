package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;

class ElementOriginsTest {
    private static final RecordExcess A_TENTH =
            new RecordExcess() {
                @Override
                public double unaccountedShare(int record, int element) {
                    return 0.1;
                }

                @Override
                public boolean isFound(int record) {
                    return false;
                }
            };

    /// 300 kg mined and 100 kg imported are separated, a tenth of what came out from nowhere; half
    /// of it is exported.
    private static final String TEXT =
            """
            E extraction 2024-01-05 M1  A conc 300
            S shipment   2024-01-06 M1  A conc 300 partner=SEP doc=S1
            T receipt    2024-01-07 SEP A conc 300 partner=M1 doc=S1
            C import     2024-01-05 SEP B conc 100 partner=MM
            P processing 2024-01-09 SEP in  A conc 300
            P processing 2024-01-09 SEP in  B conc 100
            P processing 2024-01-09 SEP out O oxide 400
            X export     2024-01-20 SEP O oxide 200 partner=F
            """;

    private static ElementOrigins origins(Element element) {
        Ledger ledger = LedgerText.ledger(TEXT);
        return Tracing.of(Births.of(ledger), A_TENTH).origins(element);
    }

    private static Map<OriginGroup.Kind, Double> kg(ToDoubleFunction<ElementOrigins.Row> mass) {
        Map<OriginGroup.Kind, Double> kg = new TreeMap<>();
        origins(Element.Nd)
                .rows()
                .forEach(row -> kg.merge(row.group().kind(), mass.applyAsDouble(row), Double::sum));
        return kg;
    }

    @Test
    void whatIsInStockIsToldByWhereItCameFrom() {
        Map<OriginGroup.Kind, Double> kg = kg(ElementOrigins.Row::stockKg);
        assertThat(kg.get(OriginGroup.Kind.EXTRACTION)).isCloseTo(135, within(1e-3));
        assertThat(kg.get(OriginGroup.Kind.IMPORT)).isCloseTo(45, within(1e-3));
        assertThat(kg.get(OriginGroup.Kind.UNACCOUNTED)).isCloseTo(20, within(1e-3));
    }

    @Test
    void whatWasExportedIsToldByWhereItCameFrom() {
        Map<OriginGroup.Kind, Double> kg = kg(ElementOrigins.Row::exportedKg);
        assertThat(kg.get(OriginGroup.Kind.EXTRACTION)).isCloseTo(135, within(1e-3));
        assertThat(kg.get(OriginGroup.Kind.UNACCOUNTED)).isCloseTo(20, within(1e-3));
    }

    @Test
    void stocksThatCameFromNowhereAreNamed() {
        assertThat(origins(Element.Nd).doubtful())
                .singleElement()
                .satisfies(doubtful -> {
                    assertThat(doubtful.stockKg()).isCloseTo(200, within(1e-9));
                    assertThat(doubtful.nowhereKg()).isCloseTo(20, within(1e-3));
                });
    }

    @Test
    void anElementThatNobodyHoldsHasNoOrigins() {
        assertThat(origins(Element.Dy).rows()).isEmpty();
        assertThat(origins(Element.Dy).doubtful()).isEmpty();
    }
}
