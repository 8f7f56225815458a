package org.ytterby.server.postgres;

import java.nio.file.Path;

/// What an embedded server is told.
///
/// @param dataFolder where the data, the passwords and the log stay from start to start
/// @param binariesFolder where the programs are unpacked; may serve several data folders
/// @param port of 127.0.0.1; 0 takes the one of the last start, or a free one
/// @param sharedBuffersMib memory for pages, in MiB, 16 to 65,536
public record Settings(Path dataFolder, Path binariesFolder, int port, int sharedBuffersMib) {
    private static final int PORT_MAX = 65_535;
    private static final int BUFFERS_MIN_MIB = 16;
    private static final int BUFFERS_MAX_MIB = 65_536;
    private static final int BUFFERS_MIB = 128;

    public Settings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to " + PORT_MAX);
        }
        if (sharedBuffersMib < BUFFERS_MIN_MIB || sharedBuffersMib > BUFFERS_MAX_MIB) {
            throw new IllegalArgumentException(
                    "sharedBuffersMib %d is outside %d to %d"
                            .formatted(sharedBuffersMib, BUFFERS_MIN_MIB, BUFFERS_MAX_MIB));
        }
        dataFolder = dataFolder.toAbsolutePath().normalize();
        binariesFolder = binariesFolder.toAbsolutePath().normalize();
    }

    /// Everything within one folder, any port, 128 MiB.
    public static Settings in(Path dataFolder) {
        return new Settings(dataFolder, dataFolder, 0, BUFFERS_MIB);
    }
}
