package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.RandomLedger;

/// Pairing of shipments and receipts against a search through all lines for each.
class TransfersProperties {
    @Test
    void theNthShipmentPairsWithTheNthReceipt() {
        Property.forAll(
                200,
                random -> {
                    Ledger ledger =
                            LedgerText.ledger(RandomLedger.text(random, 3, random.nextInt(120)));
                    TreeSet<String> found = new TreeSet<>();
                    new Transfers(ledger)
                            .forEach((pairs, shipments, receipts) -> {
                                pairs.forEach(p -> found.add(p.shipment() + "-" + p.receipt()));
                                shipments.forEach(s -> found.add(s + "-"));
                                receipts.forEach(r -> found.add("-" + r));
                            });
                    assertThat(found).isEqualTo(naive(ledger));
                });
    }

    private static Set<String> naive(Ledger ledger) {
        Set<String> pairs = new TreeSet<>();
        for (int line : ledger.lines()) {
            FlowType type = ledger.type(line);
            if ((type != FlowType.SHIPMENT && type != FlowType.RECEIPT)
                    || isOutside(ledger, line)) {
                continue;
            }
            boolean shipped = type == FlowType.SHIPMENT;
            List<Integer> own = alike(ledger, line, type);
            List<Integer> others =
                    alike(ledger, line, shipped ? FlowType.RECEIPT : FlowType.SHIPMENT);
            int n = own.indexOf(line);
            String other = n < others.size() ? others.get(n).toString() : "";
            pairs.add(shipped ? line + "-" + other : other + "-" + line);
        }
        return pairs;
    }

    private static boolean isOutside(Ledger ledger, int line) {
        return ledger.registry().facility(ledger.flows().partner(line)).stage()
                == FacilityStage.OUTSIDE;
    }

    /// Lines of a type with the lot, document, sender and receiver of a line, by time.
    private static List<Integer> alike(Ledger ledger, int line, FlowType type) {
        FlowTable flows = ledger.flows();
        List<Integer> lines = new ArrayList<>();
        for (int other : ledger.lines()) {
            if (ledger.type(other) == type
                    && flows.lot(other) == flows.lot(line)
                    && flows.document(other) == flows.document(line)
                    && sender(ledger, other) == sender(ledger, line)
                    && receiver(ledger, other) == receiver(ledger, line)) {
                lines.add(other);
            }
        }
        return lines;
    }

    private static int sender(Ledger ledger, int line) {
        return ledger.type(line) == FlowType.SHIPMENT
                ? here(ledger, line)
                : ledger.flows().partner(line);
    }

    private static int receiver(Ledger ledger, int line) {
        return ledger.type(line) == FlowType.SHIPMENT
                ? ledger.flows().partner(line)
                : here(ledger, line);
    }

    private static int here(Ledger ledger, int line) {
        return ledger.flows().facility(ledger.flows().record(line));
    }
}
