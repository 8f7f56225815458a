package org.ytterby.formats.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.formats.testing.SmallPackage;

/// A form in which a package is sent. A further form is a further constant; its own attacks go to a
/// sibling of [ZipAttack].
enum Form {
    FOLDER(List.of(FolderAttack.values())) {
        @Override
        Path write(SmallPackage files, Path scratch) {
            Path folder = scratch.resolve("package");
            remove(folder);
            return files.write(folder);
        }
    },
    ZIP(List.of(ZipAttack.values())) {
        @Override
        Path write(SmallPackage files, Path scratch) {
            return files.zip(scratch.resolve("p.zip"), "");
        }
    },
    ZIP_OF_A_FOLDER(List.of(ZipAttack.values())) {
        @Override
        Path write(SmallPackage files, Path scratch) {
            return files.zip(scratch.resolve("p.zip"), "台账 2019/");
        }
    };

    /// Harm to what has been written.
    interface FormAttack {
        /// @param target what [Form#write] returned
        /// @param files what it holds
        void on(Path target, SmallPackage files, java.util.random.RandomGenerator random)
                throws IOException;

        String name();
    }

    private final List<FormAttack> attacks;

    Form(List<? extends FormAttack> attacks) {
        this.attacks = List.copyOf(attacks);
    }

    /// What can be done to a package of this form and no other.
    List<FormAttack> attacks() {
        return attacks;
    }

    /// Writes a package, in place of the one that was written before.
    ///
    /// @param scratch a folder of its own
    /// @return what a reader is given
    abstract Path write(SmallPackage files, Path scratch);

    /// Removes a flat folder, links and pipes in it included.
    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
