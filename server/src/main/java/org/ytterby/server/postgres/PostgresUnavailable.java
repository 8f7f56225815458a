package org.ytterby.server.postgres;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.Wording;

/// The database cannot serve, or does not promise what the ledger needs.
public final class PostgresUnavailable extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Wording wording;

    private PostgresUnavailable(Wording wording, @Nullable Throwable cause) {
        super(wording.en(), cause);
        this.wording = wording;
    }

    static PostgresUnavailable because(String en, String zh) {
        return new PostgresUnavailable(new Wording(en, zh), null);
    }

    static PostgresUnavailable because(String en, String zh, Throwable cause) {
        return new PostgresUnavailable(new Wording(en, zh), cause);
    }

    /// The same, followed by the last lines of the server's log.
    PostgresUnavailable with(List<String> log) {
        if (log.isEmpty()) {
            return this;
        }
        String lines = "\n  " + String.join("\n  ", log);
        return new PostgresUnavailable(
                new Wording(
                        wording.en() + "\nLast lines of its log:" + lines,
                        wording.zh() + "\n日志的最后几行：" + lines),
                getCause());
    }

    static PostgresUnavailable disk(Path path, Exception cause) {
        return because(
                "%s cannot be read or written: %s".formatted(path, cause),
                "无法读写 %s：%s".formatted(path, cause),
                cause);
    }

    static PostgresUnavailable sql(Exception cause) {
        return because(
                "The database did not do what it was asked: " + cause.getMessage(),
                "数据库未能执行请求：" + cause.getMessage(),
                cause);
    }

    static PostgresUnavailable interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return because("Waiting for the database was interrupted.", "等待数据库时被中断。", cause);
    }

    /// What is wrong, in both languages.
    public Wording wording() {
        return wording;
    }
}
