package org.ytterby.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageForm;
import picocli.CommandLine.Option;

/// The option `--format`, the same in every command that writes a package.
final class FormOption {
    @Option(
            names = "--format",
            paramLabel = "csv|zip|xlsx|parquet",
            description = "form of the package (default: by the name of the target, else csv)")
    private @Nullable String format;

    /// The form asked for, by the option or by the name of the target.
    PackageForm of(Path target) {
        if (format == null) {
            return PackageForm.of(target);
        }
        for (PackageForm form : PackageForm.values()) {
            if (form.code().equals(format.toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        String codes =
                Arrays.stream(PackageForm.values())
                        .map(PackageForm::code)
                        .collect(Collectors.joining(", "));
        throw new Refused(
                "--format takes " + codes + ", not " + format,
                "--format 只接受 " + codes + "，而非 " + format);
    }
}
