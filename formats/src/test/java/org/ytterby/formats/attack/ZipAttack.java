package org.ytterby.formats.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ytterby.formats.testing.SmallPackage;

/// Archives that unpack without end, lie of themselves, or lead elsewhere.
enum ZipAttack implements Form.FormAttack {
    CUT((zip, _, random) -> Arrays.copyOf(zip, random.nextInt(zip.length))),
    FLIPPED_BYTE((zip, _, random) -> {
        zip[random.nextInt(zip.length)] ^= (byte) (1 << random.nextInt(8));
        return zip;
    }),
    NOISE_IN_FRONT((zip, _, random) -> joined(new byte[1 + random.nextInt(300)], zip)),
    NOISE_BEHIND((zip, _, random) -> joined(zip, new byte[1 + random.nextInt(300)])),
    ENCRYPTED((zip, _, random) -> field(zip, random, 8, 2, 1)),
    OTHER_METHOD((zip, _, random) ->
            field(zip, random, 10, 2, Attack.one(random, 0, 9, 12, 14, 93, 99))),
    WRONG_CHECKSUM((zip, _, random) -> field(zip, random, 16, 4, random.nextInt())),
    LYING_PACKED_SIZE((zip, _, random) -> field(zip, random, 20, 4, size(random))),
    LYING_SIZE((zip, _, random) -> field(zip, random, 24, 4, size(random))),
    LYING_OFFSET((zip, _, random) -> field(zip, random, 42, 4, size(random))),
    LYING_NAME_LENGTH((zip, _, random) -> field(zip, random, 28, 2, random.nextInt(70_000))),
    BOMB((_, files, random) -> with(files, table(files, random), new byte[3 << 20], 1)),
    BOMB_OF_LINES((_, files, random) -> {
        byte[] lines = new byte[2 << 20];
        Arrays.fill(lines, (byte) '\n');
        return with(files, table(files, random), lines, 1);
    }),
    NESTED((zip, files, random) -> with(files, table(files, random), zip, 1)),
    MANY_ENTRIES((_, files, random) ->
            with(files, "x/", new byte[0], random.nextInt(20) == 0 ? 10_001 : 500)),
    ENTRY_TWICE((_, files, random) -> {
        String name = table(files, random);
        byte[] zip = with(files, 'X' + name.substring(1), new byte[] {'a'}, 1);
        return renamed(zip, 'X' + name.substring(1), name);
    }),
    NAMES_THAT_LEAD_OUT((_, files, random) ->
            prefixed(
                    files,
                    Attack.one(
                            random,
                            "../",
                            "../../etc/",
                            "/",
                            "C:/",
                            "..\\",
                            "a/../b/",
                            "//h/s/",
                            "./"),
                    StandardCharsets.UTF_8)),
    NAMES_IN_GBK((_, files, _) -> prefixed(files, "台账/", Charset.forName("GBK"))),
    NAMES_IN_NO_ENCODING((_, files, _) -> {
        byte[] zip = prefixed(files, "??/", StandardCharsets.UTF_8);
        for (int i = 0; i + 2 < zip.length; i++) {
            if (zip[i] == '?' && zip[i + 1] == '?') {
                zip[i] = (byte) 0xFF;
                zip[i + 1] = (byte) 0xFF;
            }
        }
        return zip;
    }),
    SEVERAL_PACKAGES((_, files, _) -> {
        SmallPackage both = new SmallPackage();
        files.files()
                .forEach((name, bytes) -> both.put("a/" + name, bytes).put("b/" + name, bytes));
        return prefixed(both, "", StandardCharsets.UTF_8);
    });

    private interface Change {
        byte[] of(byte[] zip, SmallPackage files, RandomGenerator random) throws IOException;
    }

    private static final int CENTRAL_HEADER = 0x02014b50;

    private final Change change;

    ZipAttack(Change change) {
        this.change = change;
    }

    @Override
    public void on(Path target, SmallPackage files, RandomGenerator random) throws IOException {
        Files.write(target, change.of(Files.readAllBytes(target), files, random));
    }

    private static int size(RandomGenerator random) {
        return Attack.one(random, 0, 1, 100, -1, -2, Integer.MAX_VALUE, 1 << 20, random.nextInt());
    }

    private static String table(SmallPackage files, RandomGenerator random) {
        return Attack.pick(random, List.copyOf(files.files().keySet()));
    }

    /// Overwrites a field in the central header of one entry, or of all.
    private static byte[] field(byte[] zip, RandomGenerator random, int at, int width, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        boolean all = random.nextBoolean();
        int skip = random.nextInt(12);
        for (int i = 0; i + 46 <= zip.length; i++) {
            if (bytes.getInt(i) == CENTRAL_HEADER && (all || skip-- == 0)) {
                if (width == 2) {
                    bytes.putShort(i + at, (short) value);
                } else {
                    bytes.putInt(i + at, value);
                }
            }
        }
        return zip;
    }

    /// The package with the content of one table replaced, and that entry several times over.
    private static byte[] with(SmallPackage files, String name, byte[] content, int times)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                if (!file.getKey().equals(name)) {
                    put(out, file.getKey(), file.getValue());
                }
            }
            for (int i = 0; i < times; i++) {
                put(out, times == 1 ? name : name + i, content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] prefixed(SmallPackage files, String prefix, Charset names)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                put(out, prefix + file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        ((OutputStream) out).write(content);
        out.closeEntry();
    }

    private static byte[] renamed(byte[] zip, String from, String to) {
        byte[] old = from.getBytes(StandardCharsets.UTF_8);
        byte[] now = to.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + old.length <= zip.length; i++) {
            if (Arrays.equals(zip, i, i + old.length, old, 0, old.length)) {
                System.arraycopy(now, 0, zip, i, now.length);
            }
        }
        return zip;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
