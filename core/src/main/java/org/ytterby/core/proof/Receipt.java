package org.ytterby.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Evidence that an entry stands in a log, complete in itself: a C2SP tlog-proof whose extra data
/// is the salted entry.
///
/// @param index of the entry, from 0
/// @param proof siblings from the leaf upwards
/// @param note the signed checkpoint
public record Receipt(SaltedEntry entry, long index, List<Hash> proof, SignedNote note) {
    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int HEAD_LINES = 3;
    private static final Refusal.Code MALFORMED = Refusal.Code.RECEIPT_MALFORMED;

    /// Longest receipt that is read: an entry in base64, a proof, a hundred signatures.
    public static final int BYTES_MAX = 1 << 20;

    public Receipt {
        proof = List.copyOf(proof);
    }

    /// What a check answers.
    public sealed interface Verdict {
        /// The entry stands in the log.
        record Proven(Receipt receipt, TrustPolicy.Trusted trusted) implements Verdict {}

        /// Nothing is proven.
        record Unproven(Refusal refusal) implements Verdict {}
    }

    /// Reads a receipt and checks all of it: form, signatures, witnesses, proof. Needs no network.
    public static Verdict check(byte[] bytes, TrustPolicy policy) {
        try {
            Receipt receipt = parse(bytes);
            TrustPolicy.Trusted trusted = policy.trusted(receipt.note);
            ProofCheck.inclusion(
                    receipt.index,
                    trusted.checkpoint().size(),
                    new TreeHasher().leaf(receipt.entry.bytes()),
                    receipt.proof,
                    trusted.checkpoint().root());
            return new Verdict.Proven(receipt, trusted);
        } catch (ProofRefused refused) {
            return new Verdict.Unproven(refused.refusal());
        }
    }

    /// Whether a file begins as a receipt does.
    public static boolean isReceipt(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(VERSION + "\n");
    }

    /// Reads a receipt without believing it.
    ///
    /// @throws ProofRefused if it has no such form
    public static Receipt parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw malformed("longer than a receipt can be", "超过收据的最大长度");
        }
        String text = Strict.utf8(bytes, MALFORMED);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw malformed("no blank line before the checkpoint", "检查点之前没有空行");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        if (lines.size() < HEAD_LINES || !lines.getFirst().equals(VERSION)) {
            throw malformed("the first line is not " + VERSION, "首行不是 " + VERSION);
        }
        byte[] entry = Strict.base64(after(EXTRA, lines.get(1)), MALFORMED);
        return new Receipt(
                SaltedEntry.parse(entry),
                Strict.number(after(INDEX, lines.get(2)), MALFORMED),
                lines.subList(HEAD_LINES, lines.size()).stream().map(Hash::ofBase64).toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }

    private static String after(String key, String line) {
        if (!line.startsWith(key)) {
            throw malformed("a line «%s…» is missing".formatted(key), "缺少以 %s开头的一行".formatted(key));
        }
        return line.substring(key.length());
    }

    private static ProofRefused malformed(String en, String zh) {
        return new ProofRefused(MALFORMED, en, zh);
    }

    /// The file.
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The text of the file.
    @Override
    public String toString() {
        Stream<String> head =
                Stream.of(VERSION, EXTRA + Strict.base64(entry.bytes()), INDEX + index);
        return String.join("\n", Stream.concat(head, proof.stream().map(Hash::base64)).toList())
                + "\n\n"
                + note;
    }
}
