package org.ytterby.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.intake.PackageConverter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby package convert`: the same package in another form.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Turns a ledger package into another form: CSV folder, .zip, .xlsx, or Parquet folder.",
            "将台账包转换为其他格式：CSV 文件夹、.zip、.xlsx 或 Parquet 文件夹。"
        },
        footer = {"", "Exit status: 0 done; 2 input errors, nothing written; 3 could not run."})
final class PackageConvertCommand implements Callable<Integer> {
    private static final int PROBLEMS_MAX = 20;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PACKAGE", description = PackageSource.DESCRIPTION)
    private Path source;

    @Parameters(index = "1", paramLabel = "OUT", description = "folder, .zip or .xlsx to write")
    private Path out;

    @Mixin private FormOption form = new FormOption();

    @Mixin private LanguageOption lang = new LanguageOption();

    PackageConvertCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        PackageForm target = form.of(out);
        ProblemList problems =
                new ProblemList(PackageConverter.convert(source, out, target), language);
        problems.print(spec.commandLine().getErr(), PROBLEMS_MAX);
        if (!problems.errors().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            language.pick(
                                            "%d input errors; nothing was written.",
                                            "共 %d 处输入错误，未写出任何文件。")
                                    .formatted(problems.errors().size()));
            return ExitCode.PARTIAL;
        }
        spec.commandLine()
                .getOut()
                .println(
                        language.pick("%s written as %s.", "已写出 %s（%s）。")
                                .formatted(out, target.code()));
        return ExitCode.DONE;
    }
}
