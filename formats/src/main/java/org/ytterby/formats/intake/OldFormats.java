package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ytterby.formats.Wording;

/// Says why a file is no package, as far as its first bytes tell.
final class OldFormats {
    /// A compound file: a workbook of before 2007, or one with a password.
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private OldFormats() {}

    static Wording wording(Path path, IOException cause) {
        byte[] head = head(path);
        if (Arrays.equals(head, COMPOUND)) {
            return new Wording(
                    path + " is an .xls workbook or has a password; save it as .xlsx without one",
                    path + " 是旧版 .xls 工作簿或带有密码，请另存为不带密码的 .xlsx");
        }
        if (Arrays.equals(head, PARQUET)) {
            return new Wording(
                    path + " is one Parquet file; give the folder that holds one for each table",
                    path + " 是单个 Parquet 文件，请给出每表一个文件的文件夹");
        }
        return new Wording(
                path + " is neither a folder nor a readable .zip or .xlsx: " + cause.getMessage(),
                path + " 既不是文件夹，也不是可读取的 .zip 或 .xlsx：" + cause.getMessage());
    }

    private static byte[] head(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(COMPOUND.length);
        } catch (IOException _) {
            return new byte[0]; // the caller says why it cannot be read
        }
    }
}
