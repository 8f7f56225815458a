/// How fast the ledger service takes, decides, records and proves.
@NullMarked
package org.ytterby.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
