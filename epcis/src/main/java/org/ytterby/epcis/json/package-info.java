/// JSON as a tree that keeps what it read: order of members, and numbers as they were written.
@NullMarked
package org.ytterby.epcis.json;

import org.jspecify.annotations.NullMarked;
