package org.ytterby.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.JsonUnreadable;

/// Reads EPCIS files that the user named.
final class EpcisFiles {
    private EpcisFiles() {}

    /// The document in a file.
    ///
    /// @throws JsonUnreadable if there is none in it
    /// @throws UncheckedIOException if the file cannot be read
    static EpcisDocument read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(JsonReader.BYTES_MAX + 1); // a pipe has no size
            if (bytes.length > JsonReader.BYTES_MAX) {
                throw new JsonUnreadable(
                        0,
                        0,
                        new Text(
                                "the file is longer than " + JsonReader.BYTES_MAX + " bytes",
                                "文件超过 " + JsonReader.BYTES_MAX + " 字节"));
            }
            return EpcisDocument.read(bytes);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(
                    new NoSuchFileException(file.toString(), null, "no such file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why a file cannot be read at all.
    static String wording(UncheckedIOException e, Language language) {
        return language.pick("cannot read: ", "无法读取：") + e.getCause();
    }

    /// Where a file cannot be read, and why.
    static String wording(Path file, JsonUnreadable e, Language language) {
        String place = e.line() > 0 ? ":" + e.line() + ":" + e.column() : "";
        return file + place + ": " + language.pick(e.wording());
    }
}
