/// EPCIS 2.0 XML to the tree of its JSON.
@NullMarked
package org.ytterby.epcis.xml;

import org.jspecify.annotations.NullMarked;
