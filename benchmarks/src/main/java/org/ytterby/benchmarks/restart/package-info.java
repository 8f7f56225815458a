/// How soon the service answers after a start, with much in its ledger, beside a service that does
/// nothing.
@NullMarked
package org.ytterby.benchmarks.restart;

import org.jspecify.annotations.NullMarked;
