package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.proof.Keys;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class YtterbyTest {
    private static final String KEY = Keys.LOG.verifier().toString();
    private static final String NOT_A_ZIP =
            Path.of(System.getProperty("ytterby.root", ".."), "README.md").toString();

    @TempDir private Path folder;

    /// A command that fails as none should.
    @Command(name = "crash")
    private record Crash(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            switch (failure) {
                case Error error -> throw error;
                case Exception exception -> throw exception;
                default -> throw new AssertionError(failure);
            }
        }
    }

    /// Status 1 means a finding, which no crash is.
    @Test
    void whatIsNotForeseenKeepsItsTraceAndIsNoFinding() {
        for (Throwable failure :
                List.of(
                        new IllegalStateException("broken"),
                        new IllegalArgumentException("broken"),
                        new StackOverflowError("broken"))) {
            StringWriter err = new StringWriter();
            CommandLine line = new CommandLine(new Crash(failure));
            line.setErr(new PrintWriter(err, true));
            line.setExecutionExceptionHandler(Ytterby::explain);
            assertThat(Ytterby.answered(line)).isEqualTo(ExitCode.FAILED);
            assertThat(err.toString()).contains("broken", "\tat ");
        }
    }

    private String refusal(String... args) {
        StringWriter err = new StringWriter();
        assertThat(Ytterby.run(new StringWriter(), err, args)).isEqualTo(ExitCode.FAILED);
        return err.toString();
    }

    @Test
    void refusalsSpeakTheLanguageAskedFor() {
        String gone = folder.resolve("gone").toString();
        String out = folder.resolve("out").toString();
        List<String[]> refused =
                List.of(
                        new String[] {"reconcile", gone, "--out", out},
                        new String[] {"reconcile", gone, "--out", out, "--fail-on", "never"},
                        new String[] {"reconcile", gone, "--out", out, "--attribution", "some"},
                        new String[] {"reconcile", gone, "--out", out, "--false-alarms", "2"},
                        new String[] {"simulate", "--out", out, "--scenario", "no=one"},
                        new String[] {"simulate", "--out", out, "--lines", "0"},
                        new String[] {"package", "convert", gone, out, "--format", "xls"},
                        new String[] {"explain", gone, "1"},
                        new String[] {"verify", "--data", gone},
                        new String[] {"verify", "--data", gone, "--log-key", "x"},
                        new String[] {"verify", gone, "--data", gone, "--log-key", KEY},
                        new String[] {"verify", "--data", gone, "--log-key", KEY},
                        new String[] {"backup", "--data", gone, "--to", out},
                        new String[] {"backup", "--data", gone, "--to", out, "--with-key"},
                        new String[] {"restore", "--data", gone, "--from", gone},
                        new String[] {"restore", "--data", gone, "--from", NOT_A_ZIP},
                        new String[] {"serve", "--log-format", "xml"},
                        new String[] {"serve", "--port", "65536"},
                        new String[] {"serve", "--metrics-port", "70000"},
                        new String[] {"serve", "--public-url", "ledger.example"});
        for (String[] args : refused) {
            String[] zh = Arrays.copyOf(args, args.length + 2);
            zh[args.length] = "--lang";
            zh[args.length + 1] = "zh";
            assertThat(refusal(zh)).matches("(?s).*\\p{IsHan}.*").doesNotContain("\tat ");
            zh[args.length + 1] = "en";
            assertThat(refusal(zh)).doesNotMatch("(?s).*\\p{IsHan}.*").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reconcile",
                "simulate",
                "trace",
                "explain",
                "package",
                "epcis",
                "verify",
                "key",
                "witness",
                "serve",
                "backup",
                "restore",
                "health"
            })
    void everyCommandSaysItsVersion(String command) {
        StringWriter out = new StringWriter();
        assertThat(Ytterby.run(out, new StringWriter(), command, "--version")).isZero();
        assertThat(out.toString()).startsWith("ytterby ");
    }
}
