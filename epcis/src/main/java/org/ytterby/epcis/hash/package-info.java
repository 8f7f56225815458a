/// The canonical event hash of CBV 2.0: one name for one event, however it is written.
@NullMarked
package org.ytterby.epcis.hash;

import org.jspecify.annotations.NullMarked;
