package org.ytterby.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ytterby epcis`: what can be done with EPCIS documents without a server.
@Command(
        name = "epcis",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Hashes and checks EPCIS 2.0 documents (JSON, JSON-LD, XML).",
            "计算 EPCIS 2.0 文件（JSON、JSON-LD、XML）的事件哈希，检查文件是否合规。"
        },
        subcommands = {EpcisHashCommand.class, EpcisValidateCommand.class})
final class EpcisCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    EpcisCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.FAILED;
    }
}
