/// EPCIS documents for tests: published ones and seeded changes of them.
@NullMarked
package org.ytterby.epcis.testing;

import org.jspecify.annotations.NullMarked;
