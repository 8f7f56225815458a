package org.ytterby.server.identity;

/// An answer that knows how many rows it shows, for the log of reads.
public interface Counted {
    int rows();
}
