package org.ytterby.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// The launcher beside which the studies were built.
public final class Launcher {
    private Launcher() {}

    /// The path of `./ytterby`, three folders above the jar of the studies.
    public static Path path() {
        try {
            Path jar =
                    Path.of(
                            Launcher.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return jar.resolve("../../../ytterby").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the studies lie cannot be told", e);
        }
    }
}
