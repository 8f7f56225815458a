/// An embedded PostgreSQL 18 under a supervisor of its own, and what any PostgreSQL must promise
/// before the ledger trusts it.
///
/// Start at `EmbeddedPostgres`. Knows no framework.
@NullMarked
package org.ytterby.server.postgres;

import org.jspecify.annotations.NullMarked;
