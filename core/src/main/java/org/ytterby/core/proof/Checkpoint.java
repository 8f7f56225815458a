package org.ytterby.core.proof;

import java.util.List;

/// The state of a log: how many leaves, and their root (C2SP tlog-checkpoint).
///
/// @param origin the log's name
/// @param size leaves
/// @param extensions further lines, mostly none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Refusal.Code MALFORMED = Refusal.Code.CHECKPOINT_MALFORMED;
    private static final int LINES_MIN = 3;

    /// @throws ProofRefused with code `CHECKPOINT_MALFORMED`
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || extensions.stream().anyMatch(String::isEmpty)) {
            throw malformed("an empty line in the checkpoint", "检查点中有空行");
        }
        if (origin.contains("\n") || extensions.stream().anyMatch(line -> line.contains("\n"))) {
            throw malformed("a line of the checkpoint holds a line feed", "检查点的一行中含换行");
        }
        if (size < 0) {
            throw malformed("a size below 0", "大小为负");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /// Reads the text of a note, signatures apart.
    ///
    /// @throws ProofRefused with code `CHECKPOINT_MALFORMED`
    public static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() <= LINES_MIN || !lines.getLast().isEmpty()) {
            throw malformed(
                    "a checkpoint has origin, size and root, each ended by a line feed",
                    "检查点应有日志名、大小和根三行，均以换行结尾");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.number(lines.get(1), MALFORMED),
                root(lines.get(2)),
                lines.subList(LINES_MIN, lines.size() - 1));
    }

    private static Hash root(String line) {
        byte[] bytes = Strict.base64(line, MALFORMED);
        if (bytes.length != Hash.BYTES) {
            throw malformed("the root hash does not have 32 bytes", "根哈希不是 32 字节");
        }
        return Hash.of(bytes);
    }

    private static ProofRefused malformed(String en, String zh) {
        return new ProofRefused(MALFORMED, en, zh);
    }

    /// The text that is signed.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
