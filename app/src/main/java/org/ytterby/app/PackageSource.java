package org.ytterby.app;

/// What a command takes for a ledger package.
final class PackageSource {
    static final String DESCRIPTION =
            "folder of a ledger package (CSV or Parquet), or its .zip or .xlsx";

    private PackageSource() {}
}
