/// How fast EPCIS documents are hashed and checked.
@NullMarked
package org.ytterby.benchmarks.epcis;

import org.jspecify.annotations.NullMarked;
