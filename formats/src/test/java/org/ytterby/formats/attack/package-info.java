/// Seeded attacks on the readers, and what must hold whatever they do.
@NullMarked
package org.ytterby.formats.attack;

import org.jspecify.annotations.NullMarked;
