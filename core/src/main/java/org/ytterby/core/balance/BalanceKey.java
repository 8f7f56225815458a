package org.ytterby.core.balance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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
        private final byte[] bytes = new byte[ROOM_BYTES];
        private int size;
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
                if (size + LINE_BYTES_MAX > ROOM_BYTES) {
                    flush();
                }
            }
            flush();
            return HexFormat.of().formatHex(digest.digest());
        }

        private void flush() {
            digest.update(bytes, 0, size);
            size = 0;
        }

        private void put(long value) {
            LONGS.set(bytes, size, value);
            size += Long.BYTES;
        }

        private void put(double value) {
            put(Double.doubleToRawLongBits(value));
        }

        private void addLine(int line) {
            int product = flows.product(line);
            put((long) ledger.type(line).ordinal());
            put((long) flows.direction(line).ordinal());
            put(flows.lot(line) == Names.NONE ? 0L : 1L);
            put(product < 0 ? -1L : products.get(product).stage().ordinal());
            put(ledger.timeMicros(line));
            put(flows.massMg(line));
            put(flows.moisture(line));
            put((long) flows.method(line));
            put((long) ledger.assay(line));
            if (isFirst(weighed, flows.method(line))) {
                put(model.weighingRandom(line));
                put(model.weighingSystematic(line));
            }
        }

        /// A method is told once.
        private static boolean isFirst(BitSet told, int method) {
            boolean isFirst = !told.get(method);
            told.set(method);
            return isFirst;
        }

        private void addAssay(int line, int assay) {
            put((long) assays.laboratory(assay));
            put((long) assays.method(assay));
            put(assays.measuredMicros(assay));
            for (int e = 0; e < Element.COUNT; e++) {
                put(assays.fraction(assay, e));
            }
            if (isFirst(assayed, assays.method(assay))) {
                for (int e = 0; e < Element.COUNT; e++) {
                    put(model.assayRandom(line, e));
                    put(model.assaySystematic(line, e));
                }
            }
        }
    }
}
