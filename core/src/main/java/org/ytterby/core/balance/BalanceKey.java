package org.ytterby.core.balance;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;

/// Everything that the balance of a facility and what is judged of it depend on, as its SHA-256:
/// its place in the registry and its lines in force, in their order, with the assays and the
/// uncertainties that value them. Equal keys mean equal balances, to the last digit.
///
/// @param facility position in the registry
record BalanceKey(int facility, String sha256) {
    private static final int ROOM_BYTES = 1 << 14;
    private static final int LINE_BYTES_MAX = 1 << 10;

    /// Cost O(lines of the facility).
    static BalanceKey of(ErrorModel model, int facility) {
        return new BalanceKey(facility, new Digest(model).of(facility));
    }

    private static final class Digest {
        private final ErrorModel model;
        private final Ledger ledger;
        private final FlowTable flows;
        private final AssayTable assays;
        private final List<Product> products;
        private final ByteBuffer bytes = ByteBuffer.allocate(ROOM_BYTES);
        private final MessageDigest digest = sha256();
        private final BitSet weighed = new BitSet();
        private final BitSet assayed = new BitSet();

        Digest(ErrorModel model) {
            this.model = model;
            ledger = model.ledger();
            flows = ledger.flows();
            assays = ledger.declarations().assays();
            products = ledger.declarations().products();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }

        String of(int facility) {
            Groups lines = ledger.linesByFacility();
            int last = Names.NONE;
            for (int i = 0; i < lines.size(facility); i++) {
                int line = lines.get(facility, i);
                addLine(line);
                int assay = ledger.assay(line);
                if (assay >= 0 && assay != last) {
                    addAssay(line, assay);
                }
                last = assay;
                if (bytes.remaining() < LINE_BYTES_MAX) {
                    flush();
                }
            }
            flush();
            return HexFormat.of().formatHex(digest.digest());
        }

        private void flush() {
            digest.update(bytes.flip());
            bytes.clear();
        }

        private void addLine(int line) {
            int product = flows.product(line);
            bytes.put((byte) ledger.type(line).ordinal())
                    .put((byte) flows.direction(line).ordinal())
                    .put((byte) (flows.lot(line) == Names.NONE ? 0 : 1))
                    .put((byte) (product < 0 ? -1 : products.get(product).stage().ordinal()))
                    .putLong(ledger.timeMicros(line))
                    .putLong(flows.massMg(line))
                    .putDouble(flows.moisture(line))
                    .putInt(flows.method(line))
                    .putInt(ledger.assay(line));
            if (isFirst(weighed, flows.method(line))) {
                bytes.putDouble(model.weighingRandom(line))
                        .putDouble(model.weighingSystematic(line));
            }
        }

        /// A method is told once.
        private static boolean isFirst(BitSet told, int method) {
            boolean isFirst = !told.get(method);
            told.set(method);
            return isFirst;
        }

        private void addAssay(int line, int assay) {
            bytes.putInt(assays.laboratory(assay))
                    .putInt(assays.method(assay))
                    .putLong(assays.measuredMicros(assay));
            for (int e = 0; e < Element.COUNT; e++) {
                bytes.putDouble(assays.fraction(assay, e));
            }
            if (isFirst(assayed, assays.method(assay))) {
                for (int e = 0; e < Element.COUNT; e++) {
                    bytes.putDouble(model.assayRandom(line, e))
                            .putDouble(model.assaySystematic(line, e));
                }
            }
        }
    }
}
