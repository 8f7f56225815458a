package org.ytterby.server.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has system calls of running processes fail.
final class Strace implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/strace");

    /// 0 where one may attach to processes of one's own that are no children (ptrace(2)).
    private static final Path YAMA = Path.of("/proc/sys/kernel/yama/ptrace_scope");

    private final Process process;

    private Strace(Process process) {
        this.process = process;
    }

    /// Whether it is installed and may attach.
    static boolean isUsable() throws IOException, InterruptedException {
        boolean mayAttach = !Files.exists(YAMA) || Files.readString(YAMA).strip().equals("0");
        return Files.isExecutable(PROGRAM)
                && mayAttach
                && new ProcessBuilder(PROGRAM.toString(), "-o", "/dev/null", "true")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    /// From now on `fsync` and `fdatasync` of what a postmaster has started say that the disk
    /// failed.
    ///
    /// It ends with the last of them. The postmaster itself and its writer of logs outlive a crash
    /// of the others and are left alone: letting go of a process may lose it a signal.
    static Strace failingSyncs(long postmaster) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                PROGRAM.toString(),
                                "-q",
                                "-o",
                                "/dev/null",
                                "-e",
                                "trace=fsync,fdatasync",
                                "-e",
                                "inject=fsync,fdatasync:error=EIO"));
        for (ProcessHandle child :
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList()) {
            Path title = Path.of("/proc", Long.toString(child.pid()), "cmdline");
            if (Files.exists(title) && !Files.readString(title).contains(": logger")) {
                command.add("-p");
                command.add(Long.toString(child.pid()));
            }
        }
        return new Strace(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /// Waits until none of those processes is left.
    @Override
    public void close() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
