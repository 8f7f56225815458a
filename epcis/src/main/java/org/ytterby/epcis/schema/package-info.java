/// Judges EPCIS documents by a JSON schema of our own, and says in two languages what is wrong.
@NullMarked
package org.ytterby.epcis.schema;

import org.jspecify.annotations.NullMarked;
