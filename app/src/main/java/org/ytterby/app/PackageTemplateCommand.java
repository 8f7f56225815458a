package org.ytterby.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ytterby.formats.PackageForm;
import org.ytterby.formats.PackageTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby package template`: a workbook that an enterprise can fill.
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Writes a workbook to fill: a sheet per table, drop-downs, notes and an example.",
            "生成填报用工作簿：每表一个工作表，含下拉选项、批注和示例。"
        },
        footer = {"", "Exit status: 0 done; 3 could not run."})
final class PackageTemplateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "OUT.xlsx", description = "workbook to write")
    private Path out;

    @Mixin private LanguageOption lang = new LanguageOption();

    PackageTemplateCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        if (PackageForm.of(out) != PackageForm.XLSX) {
            throw new Refused("the template is an .xlsx, not " + out, "模板是 .xlsx 文件，不是 " + out);
        }
        PackageTemplate.write(out, language == Language.ZH);
        spec.commandLine()
                .getOut()
                .println(
                        language.pick(
                                        "%s: fill it, then run: ytterby package check %s",
                                        "%s：填写后请运行 ytterby package check %s")
                                .formatted(out, out));
        return ExitCode.DONE;
    }
}
