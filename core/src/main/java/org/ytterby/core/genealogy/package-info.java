/// Which lot came from which: stock per lot and facility, traces, and the attribution of every gram
/// to its origins.
@NullMarked
package org.ytterby.core.genealogy;

import org.jspecify.annotations.NullMarked;
