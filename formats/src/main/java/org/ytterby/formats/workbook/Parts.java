package org.ytterby.formats.workbook;

import java.io.IOException;
import java.io.InputStream;

/// The files inside a workbook.
public interface Parts {
    /// Whether there is such a part.
    boolean has(String path);

    /// Opens a part; the stream fails where it unpacks beyond all measure.
    InputStream open(String path) throws IOException;
}
