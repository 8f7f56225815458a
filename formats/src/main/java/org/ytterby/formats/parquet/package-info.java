/// Parquet files: flat columns in and out. Knows their types and nothing of ledgers.
///
/// Source: Apache Parquet format 2.12, "Logical Types", "Compression".
@NullMarked
package org.ytterby.formats.parquet;

import org.jspecify.annotations.NullMarked;
