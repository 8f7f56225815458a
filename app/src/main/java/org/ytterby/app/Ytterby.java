package org.ytterby.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.server.PortTaken;
import org.ytterby.server.backup.BackupRefused;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.postgres.PostgresUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/// The only `main` of the product.
@Command(
        name = "ytterby",
        description = {
            "Governs the rare-earth chain: accounts for every gram, finds what is hidden.",
            "稀土全链条治理：账目到克，查出隐匿。"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class)
public final class Ytterby {
    /// In the order in which help lists them.
    private static final List<Class<?>> COMMANDS =
            List.of(
                    DemoCommand.class,
                    ServeCommand.class,
                    BackupCommand.class,
                    RestoreCommand.class,
                    HealthCommand.class,
                    ReconcileCommand.class,
                    AllocateCommand.class,
                    SimulateCommand.class,
                    TraceCommand.class,
                    ExplainCommand.class,
                    PackageCommand.class,
                    EpcisCommand.class,
                    VerifyCommand.class,
                    MonitorCommand.class,
                    KeyCommand.class,
                    WitnessCommand.class);

    private Ytterby() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs one command.
    ///
    /// @return its exit status
    static int run(String... args) {
        return run(
                new OutputStreamWriter(System.out, StandardCharsets.UTF_8),
                new OutputStreamWriter(System.err, StandardCharsets.UTF_8),
                args);
    }

    /// The one that is asked for, where one is: making the others takes a part of every start.
    private static List<Class<?>> commands(String... args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0 && nameOf(command).equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static String nameOf(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
    }

    /// Runs one command that answers and complains elsewhere.
    ///
    /// @return its exit status
    static int run(Writer answers, Writer complaints, String... args) {
        PrintWriter out = new PrintWriter(new PrintableWriter(answers), true);
        CommandLine line = new CommandLine(new Ytterby());
        commands(args).forEach(line::addSubcommand);
        line.setOut(out);
        line.setErr(new PrintWriter(new PrintableWriter(complaints), true));
        line.setExecutionExceptionHandler(Ytterby::explain);
        line.setParameterExceptionHandler(Ytterby::explain);
        if (args.length == 0) {
            line.usage(out);
            return ExitCode.FAILED;
        }
        return answered(line, args);
    }

    /// What no command foresaw leaves its trace and the status of a command that could not run,
    /// which is never that of a finding.
    static int answered(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return crashed(e, line);
        }
    }

    private static int crashed(Throwable e, CommandLine line) {
        line.getErr().print(trace(e));
        line.getErr().flush();
        return ExitCode.FAILED;
    }

    private static String trace(Throwable e) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            trace.append(cause).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                trace.append("\tat ").append(element).append('\n');
            }
        }
        return trace.toString();
    }

    /// What stopped a command, in one line of the user's language; anything not foreseen keeps its
    /// trace.
    static int explain(Exception e, CommandLine line, CommandLine.@Nullable ParseResult parsed) {
        Language language = language(line);
        switch (e) {
            case Refused refused -> line.getErr().println(language.pick(refused.wording()));
            case PackageUnreadable unreadable ->
                    line.getErr().println(language.pick(unreadable.wording()));
            case PostgresUnavailable unavailable ->
                    line.getErr().println(language.pick(unavailable.wording()));
            case LedgerUnavailable unavailable ->
                    line.getErr()
                            .println(
                                    language.pick("the ledger cannot be used: ", "台账无法使用：")
                                            + unavailable.getMessage());
            case BackupRefused refused -> line.getErr().println(language.pick(refused.wording()));
            case PortTaken taken -> line.getErr().println(language.pick(taken.wording()));
            case UncheckedIOException io ->
                    line.getErr()
                            .println(
                                    language.pick("cannot read or write: ", "无法读写：")
                                            + io.getCause());
            default -> {
                return crashed(e, line);
            }
        }
        return ExitCode.FAILED;
    }

    /// The language that the command was asked in, else that of the environment.
    private static Language language(CommandLine line) {
        for (Object mixin : line.getMixins().values()) {
            if (mixin instanceof LanguageOption asked && asked.isKnown()) {
                return asked.language();
            }
        }
        return Language.of(System.getenv());
    }

    private static int explain(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr()
                .println(
                        Language.of(System.getenv())
                                .pick(
                                        "see: " + line.getCommandSpec().qualifiedName() + " --help",
                                        "用法见："
                                                + line.getCommandSpec().qualifiedName()
                                                + " --help"));
        return ExitCode.FAILED;
    }

    /// The version in the jar's manifest.
    static final class Version implements IVersionProvider {
        static String text() {
            String version = Ytterby.class.getPackage().getImplementationVersion();
            return version == null ? "(unpackaged)" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"ytterby " + text()};
        }
    }
}
