/// Pages of the enterprise: handing in, own stock, own plan, own findings.
@NullMarked
package org.ytterby.server.desk.ledger;

import org.jspecify.annotations.NullMarked;
