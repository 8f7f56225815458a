/// Names of things: GS1 keys as EPC URN and as Digital Link, told to be equal.
@NullMarked
package org.ytterby.epcis.identifier;

import org.jspecify.annotations.NullMarked;
