package org.ytterby.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ytterby package`: what can be done with a ledger package beside judging it.
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Makes a workbook to fill, checks a ledger package, or turns it into another form.",
            "生成填报模板、检查台账包、转换台账包格式。"
        },
        subcommands = {
            PackageTemplateCommand.class,
            PackageCheckCommand.class,
            PackageConvertCommand.class
        })
final class PackageCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    PackageCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.FAILED;
    }
}
