package org.ytterby.formats.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Files of a folder that are no files.
enum FolderAttack implements Form.FormAttack {
    LINK_OUT((file, _) -> {
        Path outside = file.resolveSibling("../outside.csv").normalize();
        Files.writeString(outside, "secret\n");
        Files.createSymbolicLink(file, outside);
    }),
    LINK_WITHIN((file, random) -> {
        Path other = file.resolveSibling("kept-" + random.nextInt(9) + ".txt");
        Files.writeString(other, "a,b\n1,2\n");
        Files.createSymbolicLink(file, other.getFileName());
    }),
    LINK_TO_ITSELF((file, _) -> Files.createSymbolicLink(file, file.getFileName())),
    LINK_TO_NOTHING((file, _) -> Files.createSymbolicLink(file, Path.of("nowhere"))),
    LINK_TO_A_DEVICE((file, _) -> Files.createSymbolicLink(file, Path.of("/dev/zero"))),
    LINK_TO_THE_FOLDER((file, _) -> Files.createSymbolicLink(file, Path.of("."))),
    FOLDER((file, _) -> Files.createDirectory(file));

    private interface Change {
        void on(Path file, RandomGenerator random) throws IOException;
    }

    private final Change change;

    FolderAttack(Change change) {
        this.change = change;
    }

    @Override
    public void on(Path target, SmallPackage files, RandomGenerator random) throws IOException {
        Path file = target.resolve(Attack.pick(random, List.copyOf(files.files().keySet())));
        Files.deleteIfExists(file);
        change.on(file, random);
    }
}
