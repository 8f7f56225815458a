package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One data folder with all that its server is started with.
///
/// @param runAs whom its processes run as
record Installation(
        Settings settings, Folders folders, RunAs runAs, Programs programs, Secrets secrets) {
    private static final int INITDB_SECONDS_MAX = 300;
    private static final String MAJOR_VERSION = "18";

    /// The command of the postmaster. Settings on it outweigh every file and `ALTER SYSTEM`.
    List<String> postmaster(int port) {
        Map<String, String> options = new TreeMap<>();
        options.put("cluster_name", "ytterby");
        options.put("client_connection_check_interval", "1s");
        options.put("data_sync_retry", "off");
        options.put("fsync", "on");
        options.put("full_page_writes", "on");
        options.put("lc_messages", "C");
        options.put("listen_addresses", "127.0.0.1");
        options.put("log_destination", "stderr");
        options.put("log_directory", folders.log().toString());
        options.put("log_file_mode", "0600");
        options.put("log_filename", "postgresql-%Y%m%d-%H%M%S.log");
        options.put("log_line_prefix", "%m [%p] %q%u@%d ");
        options.put("log_rotation_age", "0");
        options.put("log_rotation_size", ServerLog.FILE_SIZE_MAX);
        options.put("log_timezone", "UTC");
        options.put("logging_collector", "on");
        options.put("max_connections", "60");
        options.put("password_encryption", "scram-sha-256");
        options.put("port", Integer.toString(port));
        options.put("shared_buffers", settings.sharedBuffersMib() + "MB");
        options.put("synchronous_commit", "on");
        options.put("timezone", "UTC");
        options.put("unix_socket_directories", "");
        options.put("wal_level", "replica");
        List<String> command = new ArrayList<>();
        command.add(programs.program("postgres").toString());
        command.add("-D");
        command.add(folders.data().toString());
        options.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return command;
    }

    Commands.Output control(int secondsMax, String... words) {
        List<String> command = new ArrayList<>();
        command.add(programs.program("pg_ctl").toString());
        command.add("-D");
        command.add(folders.data().toString());
        command.addAll(List.of(words));
        return Commands.run(runAs.command(command), secondsMax);
    }

    /// Creates the cluster at the first start; at later ones checks its version.
    void ensureCluster() {
        createForServer(folders.log());
        Path version = folders.data().resolve("PG_VERSION");
        if (!Files.exists(folders.data())) {
            createCluster();
        } else if (!Folders.read(version).strip().equals(MAJOR_VERSION)) {
            throw PostgresUnavailable.because(
                    "The data in %s are of PostgreSQL %s; this program serves %s. Move them by pg_dump."
                            .formatted(
                                    folders.data(), Folders.read(version).strip(), MAJOR_VERSION),
                    "%s 中的数据属于 PostgreSQL %s；本程序使用 %s。请用 pg_dump 迁移。"
                            .formatted(
                                    folders.data(), Folders.read(version).strip(), MAJOR_VERSION));
        }
    }

    private void createForServer(Path folder) {
        Folders.create(folder, "rwx------");
        runAs.give(folder);
    }

    /// Whole or not at all: an interrupted one is done again.
    private void createCluster() {
        Folders.delete(folders.unfinishedData());
        createForServer(folders.unfinishedData());
        Path password = folders.root().resolve("initdb-password");
        Folders.write(password, secrets.supervisor().password() + "\n");
        try {
            runAs.give(password);
            Commands.Output output =
                    Commands.run(
                            runAs.command(
                                    List.of(
                                            programs.program("initdb").toString(),
                                            "--pgdata=" + folders.unfinishedData(),
                                            "--username=" + secrets.supervisor().user(),
                                            "--pwfile=" + password,
                                            "--auth=scram-sha-256",
                                            "--data-checksums",
                                            "--encoding=UTF8",
                                            "--locale-provider=builtin",
                                            "--locale=C.UTF-8",
                                            "--no-instructions")),
                            INITDB_SECONDS_MAX);
            if (!output.isGood()) {
                throw PostgresUnavailable.because(
                                "initdb could not create the database.", "initdb 未能创建数据库。")
                        .with(output.text().lines().toList());
            }
        } finally {
            Folders.delete(password);
        }
        try {
            Files.move(folders.unfinishedData(), folders.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw PostgresUnavailable.disk(folders.data(), e);
        }
    }
}
