package org.ytterby.formats.attack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Harm to the bytes of a file: cut off, in another encoding, not text at all.
enum ByteAttack implements Attack {
    CUT_ANYWHERE((bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))),
    EMPTY((_, _) -> new byte[0]),
    UTF_16_WITH_MARK(in(StandardCharsets.UTF_16)),
    UTF_16LE_WITH_MARK(text(text -> "\uFEFF" + text, StandardCharsets.UTF_16LE)),
    UTF_16LE_WITHOUT_MARK(in(StandardCharsets.UTF_16LE)),
    UTF_16BE_WITHOUT_MARK(in(StandardCharsets.UTF_16BE)),
    UTF_32_WITH_MARK(text(text -> "\uFEFF" + text, Charset.forName("UTF-32LE"))),
    GBK(text(text -> text.replace("e", "中"), Charset.forName("GB18030"))),
    LATIN_1(text(text -> text.replace("e", "\u00e9"), StandardCharsets.ISO_8859_1)),
    MARK_AT_THE_START(text(text -> "\uFEFF" + text, StandardCharsets.UTF_8)),
    TWO_MARKS(text(text -> "\uFEFF\uFEFF" + text, StandardCharsets.UTF_8)),
    WRONG_MARK((bytes, _) -> joined(new byte[] {(byte) 0xFE, (byte) 0xFF}, bytes)),
    NOT_UTF_8((bytes, random) -> inserted(bytes, random, notUtf8(random))),
    NUL_BYTES((bytes, random) -> inserted(bytes, random, new byte[1 + random.nextInt(5000)])),
    ONLY_NUL_BYTES((bytes, _) -> new byte[bytes.length]),
    NOISE((bytes, random) -> {
        random.nextBytes(bytes);
        return bytes;
    }),
    NOISE_AT_THE_END((bytes, random) -> {
        byte[] noise = new byte[1 + random.nextInt(100)];
        random.nextBytes(noise);
        return joined(bytes, noise);
    }),
    TWICE((bytes, _) -> joined(bytes, bytes)),
    OLD_MAC_LINES(text(text -> text.replace('\n', '\r'), StandardCharsets.UTF_8)),
    WINDOWS_LINES(text(text -> text.replace("\n", "\r\n"), StandardCharsets.UTF_8)),
    STRANGE_LINES(text(text -> text.replace('\n', '\u2028'), StandardCharsets.UTF_8)),
    SEMICOLONS(text(text -> text.replace(',', ';'), StandardCharsets.UTF_8)),
    TABS(text(text -> text.replace(',', '\t'), StandardCharsets.UTF_8)),
    A_ZIP((bytes, _) -> joined(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, bytes)),
    A_PARQUET((bytes, _) -> joined(new byte[] {'P', 'A', 'R', '1'}, bytes));

    private interface Change {
        byte[] of(byte[] bytes, RandomGenerator random);
    }

    private final Change change;

    ByteAttack(Change change) {
        this.change = change;
    }

    @Override
    public void on(SmallPackage files, String file, RandomGenerator random) {
        byte[] bytes = files.files().getOrDefault(file, new byte[0]);
        files.put(file, change.of(bytes.clone(), random));
    }

    private static Change in(Charset charset) {
        return text(text -> text, charset);
    }

    private static Change text(UnaryOperator<String> change, Charset charset) {
        return (bytes, _) ->
                change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(charset);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static byte[] inserted(byte[] bytes, RandomGenerator random, byte[] harm) {
        int at = random.nextInt(bytes.length + 1);
        return joined(
                joined(Arrays.copyOf(bytes, at), harm),
                Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /// A byte that begins nothing, an overlong slash, half of a surrogate pair, a point beyond the
    /// last, a sequence without its end.
    private static byte[] notUtf8(RandomGenerator random) {
        int[] harm =
                Attack.one(
                        random,
                        new int[] {0xFF},
                        new int[] {0xC0, 0xAF},
                        new int[] {0xED, 0xA0, 0x80},
                        new int[] {0xF5, 0x80, 0x80, 0x80},
                        new int[] {0xE4, 0xB8});
        byte[] bytes = new byte[harm.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) harm[i];
        }
        return bytes;
    }
}
