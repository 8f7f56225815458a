package org.ytterby.server.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Whom the server's processes run as; PostgreSQL refuses to run as root.
sealed interface RunAs {
    /// The permissions of folders that the server's processes must pass through.
    String passable();

    /// How a program is started for that user.
    List<String> command(List<String> command);

    /// Gives that user a file or an empty folder.
    void give(Path path);

    /// Checks that the programs can pass each folder on the way.
    void mustReach(Path folder);

    /// Ourselves, or, when we are root, the owner of the data; nobody where there is none yet.
    static RunAs choose(Folders folders) {
        if (new UnixSystem().getUid() != 0) {
            return new Self();
        }
        String user = owner(folders.data()).filter(name -> !name.equals("root")).orElse("nobody");
        Commands.Output group = Commands.run(List.of(located("id"), "-gn", user), SECONDS_MAX);
        if (!group.isGood()) {
            throw PostgresUnavailable.because(
                    "The database must not run as root, and there is no user %s: %s"
                            .formatted(user, group.text()),
                    "数据库不得以 root 身份运行，且系统中没有用户 %s：%s".formatted(user, group.text()));
        }
        return new Dropped(user, group.text(), switching(user, group.text()));
    }

    int SECONDS_MAX = 20;

    private static String located(String program) {
        return Commands.program(program)
                .orElseThrow(() ->
                        PostgresUnavailable.because(
                                "The program %s is missing.".formatted(program),
                                "缺少程序 %s。".formatted(program)))
                .toString();
    }

    private static Optional<String> owner(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName());
        } catch (IOException e) {
            throw PostgresUnavailable.disk(folder, e);
        }
    }

    /// Both programs belong to util-linux; the first replaces itself by the command, the second
    /// waits for it.
    private static List<String> switching(String user, String group) {
        Optional<Path> setpriv = Commands.program("setpriv");
        if (setpriv.isPresent()) {
            return List.of(
                    setpriv.get().toString(),
                    "--reuid=" + user,
                    "--regid=" + group,
                    "--clear-groups",
                    "--");
        }
        Optional<Path> runuser = Commands.program("runuser");
        if (runuser.isPresent()) {
            return List.of(runuser.get().toString(), "-u", user, "--");
        }
        throw PostgresUnavailable.because(
                "The database must not run as root, and neither setpriv nor runuser is there to"
                        + " change the user. Start as an ordinary user instead.",
                "数据库不得以 root 身份运行，而系统中既无 setpriv 也无 runuser 可切换用户。请改用普通用户启动。");
    }

    /// The user of this process.
    record Self() implements RunAs {
        @Override
        public String passable() {
            return "rwx------";
        }

        @Override
        public List<String> command(List<String> command) {
            return command;
        }

        @Override
        public void give(Path path) {
            // what we create is ours already
        }

        @Override
        public void mustReach(Path folder) {
            // what we cannot pass we could not have created
        }
    }

    /// Another user than root.
    ///
    /// @param switching the words before a command
    record Dropped(String user, String group, List<String> switching) implements RunAs {
        /// Prints the first of its arguments that cannot be passed.
        private static final String CHECK =
                "for folder; do [ -x \"$folder\" ] || { printf %s \"$folder\"; exit 1; }; done";

        @Override
        public String passable() {
            return "rwx--x--x";
        }

        @Override
        public List<String> command(List<String> command) {
            List<String> whole = new ArrayList<>(switching);
            whole.addAll(command);
            return whole;
        }

        @Override
        public void give(Path path) {
            try {
                UserPrincipalLookupService names =
                        FileSystems.getDefault().getUserPrincipalLookupService();
                PosixFileAttributeView view =
                        Files.getFileAttributeView(
                                path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                view.setGroup(names.lookupPrincipalByGroupName(group));
                view.setOwner(names.lookupPrincipalByName(user));
            } catch (IOException e) {
                throw PostgresUnavailable.disk(path, e);
            }
        }

        @Override
        public void mustReach(Path folder) {
            List<String> ways = new ArrayList<>();
            for (Path way = folder; way != null; way = way.getParent()) {
                ways.add(way.toString());
            }
            Collections.reverse(ways);
            List<String> check = new ArrayList<>(List.of("/bin/sh", "-c", CHECK, "sh"));
            check.addAll(ways);
            Commands.Output output = Commands.run(command(check), SECONDS_MAX);
            if (!output.isGood()) {
                throw PostgresUnavailable.because(
                        "The database runs as user %s, who cannot pass the folder %s on the way to %s."
                                .formatted(user, output.text(), folder),
                        "数据库以用户 %s 的身份运行，该用户无法进入目录 %s（前往 %s 的途中）。"
                                .formatted(user, output.text(), folder));
            }
        }
    }
}
