/// The borders of core, held by tests.
@NullMarked
package org.ytterby.core.architecture;

import org.jspecify.annotations.NullMarked;
