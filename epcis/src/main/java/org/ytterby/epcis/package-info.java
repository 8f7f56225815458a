/// EPCIS 2.0 documents and their events, from JSON, JSON-LD or XML.
@NullMarked
package org.ytterby.epcis;

import org.jspecify.annotations.NullMarked;
