/// EPCIS 2.0 over HTTP: capturing events, asking for them, being told of them.
///
/// Events are kept as they came. An event belongs to the organisation that captured it.
@NullMarked
package org.ytterby.server.epcis;

import org.jspecify.annotations.NullMarked;
