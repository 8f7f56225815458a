package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A log of salted entries, the same in every run: its tiles, its checkpoints of any size,
/// receipts.
public final class SmallLog {
    private final List<SaltedEntry> entries;
    private final MemoryLog tiles = new MemoryLog();
    private final ProofMaker maker;

    /// @param sizes sizes at which tiles were written, rising
    public SmallLog(int... sizes) {
        int size = sizes[sizes.length - 1];
        entries = IntStream.range(0, size).mapToObj(SmallLog::entry).toList();
        for (int written : sizes) {
            tiles.put(bytes(written));
        }
        maker = new ProofMaker(ReferenceTree.tree(bytes(size)));
    }

    private static SaltedEntry entry(int index) {
        byte[] salt = new byte[32];
        Arrays.fill(salt, (byte) (index * 7 + 1));
        String content = "{\"flow_id\":\"F%05d\",\"mass_mg\":%d}".formatted(index, index * 1000L);
        return SaltedEntry.of(salt, content.getBytes(StandardCharsets.UTF_8));
    }

    List<byte[]> bytes(int size) {
        return entries.subList(0, size).stream().map(SaltedEntry::bytes).toList();
    }

    public MemoryLog tiles() {
        return tiles;
    }

    ProofMaker proofs() {
        return maker;
    }

    Checkpoint checkpoint(int size) {
        return new Checkpoint(Keys.LOG.verifier().name(), size, maker.root(size));
    }

    /// The checkpoint of a size, signed by the log and cosigned by both witnesses.
    public SignedNote signed(int size) {
        return SignedNote.of(checkpoint(size).text(), Keys.LOG.at(0))
                .signedBy(Keys.CUSTOMS.at(Keys.NOW_S))
                .signedBy(Keys.AUDIT.at(Keys.NOW_S + 2));
    }

    /// What the log asks a witness for.
    ///
    /// @param old size that the witness recorded
    public String request(int old, int size) {
        List<Hash> proof = old == 0 || old >= size ? List.of() : maker.consistency(old, size);
        return request(old, proof, SignedNote.of(checkpoint(size).text(), Keys.LOG.at(0)));
    }

    static String request(int old, List<Hash> proof, SignedNote note) {
        StringBuilder text = new StringBuilder("old " + old + "\n");
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    public Receipt receipt(int index, int size) {
        return new Receipt(entries.get(index), index, maker.inclusion(index, size), signed(size));
    }
}
