package org.ytterby.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {
    @TempDir Path folder;

    @Test
    void programsStayExecutableAndLinksStayLinks() throws IOException {
        byte[] archive =
                archive(
                        file("bin/tool", 0755),
                        file("share/text", 0644),
                        link("lib/a.so", "a.so.1"),
                        file("lib/a.so.1", 0644));
        String sha256 = unpack(archive);
        assertThat(sha256).hasSize(64).isEqualTo(unpackElsewhere(archive));
        Path root = folder.resolve("a");
        assertThat(Files.isExecutable(root.resolve("bin/tool"))).isTrue();
        assertThat(Files.getPosixFilePermissions(root.resolve("share/text"))).hasSize(4);
        assertThat(Files.readSymbolicLink(root.resolve("lib/a.so"))).isEqualTo(Path.of("a.so.1"));
        assertThat(root.resolve("lib/a.so")).content().isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "a/../../out", "a/../b"})
    void noEntryLeavesTheFolder(String name) throws IOException {
        byte[] archive = archive(file(name, 0644));
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../out", "/etc", "b/c"})
    void linksNameNeighboursOnly(String target) throws IOException {
        byte[] archive = archive(link("a", target));
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        byte[] archive = archive(link("a", "b"), file("a/c", 0644));
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("a/b")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_FIFO, TarConstants.LF_CHR, TarConstants.LF_LINK})
    void otherKindsAreRefused(byte kind) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("a", kind);
        entry.setLinkName("b");
        byte[] archive = archive(entry);
        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(IOException.class);
    }

    private String unpack(byte[] archive) throws IOException {
        return unpack(archive, "a");
    }

    private String unpackElsewhere(byte[] archive) throws IOException {
        return unpack(archive, "b");
    }

    private String unpack(byte[] archive, String name) throws IOException {
        Path root = Files.createDirectory(folder.resolve(name));
        return new Archive(root).unpack(new ByteArrayInputStream(archive));
    }

    private static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(1);
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return entry;
    }

    private static byte[] archive(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(bytes, new LZMA2Options(0));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(xz)) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    tar.write("x".getBytes(StandardCharsets.UTF_8));
                }
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
