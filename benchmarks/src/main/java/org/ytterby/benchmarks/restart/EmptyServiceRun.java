package org.ytterby.benchmarks.restart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts the empty service on the jars of our own that a web application needs, and no others.
final class EmptyServiceRun {
    private static final Pattern NEEDED =
            Pattern.compile(
                    "(spring-(aop|beans|boot|boot-(autoconfigure|http-converter|jackson|servlet|starter"
                            + "|starter-(jackson|logging|tomcat|tomcat-runtime|webmvc)|tomcat|web-server|webmvc)"
                            + "|context|core|expression|web|webmvc)"
                            + "|tomcat-embed-.*|jackson-(core|databind|annotations)|logback-.*|slf4j-api"
                            + "|micrometer-(commons|observation)|snakeyaml|commons-logging|jakarta\\.annotation-api"
                            + "|log4j-(api|to-slf4j)|jul-to-slf4j|jspecify|benchmarks)-[0-9].*\\.jar");

    private final List<String> java = new ArrayList<>();

    private EmptyServiceRun(List<String> options) throws IOException {
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(options);
        java.addAll(List.of("-cp", classPath(), EmptyService.class.getName()));
    }

    private static String classPath() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(part);
            if (path.getFileName().toString().equals("*")) {
                try (Stream<Path> jars = Files.list(path.toAbsolutePath().getParent())) {
                    all.addAll(jars.sorted().toList());
                }
            } else {
                all.add(path);
            }
        }
        return all.stream()
                .filter(jar -> NEEDED.matcher(jar.getFileName().toString()).matches())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// @param options of the JVM
    /// @return seconds from the start of the process to its first answer over HTTP
    static double seconds(List<String> options) throws IOException {
        int port = ServedProcess.freePort();
        List<String> command = new ArrayList<>(new EmptyServiceRun(options).java);
        command.add("--server.port=" + port);
        try (ServedProcess served = ServedProcess.start(port, command)) {
            return served.await("/", _ -> true);
        }
    }

    /// Has the JVM learn a class cache from one start.
    static void train(Path cache, List<String> options) throws IOException {
        List<String> more = new ArrayList<>(options);
        more.add("-XX:AOTCacheOutput=" + cache);
        List<String> command = new ArrayList<>(new EmptyServiceRun(more).java);
        command.addAll(List.of("--server.port=0", EmptyService.END));
        Path log = Files.createTempFile("train", ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (process.waitFor() != 0 || !Files.exists(cache)) {
                throw new IOException("no class cache was made:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while training", e);
        }
        Files.delete(log);
    }
}
