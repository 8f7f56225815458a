package org.ytterby.core.architecture.effects;

import java.nio.file.Path;

/// Knows of files.
public record ReadsFiles(Path path) {}
