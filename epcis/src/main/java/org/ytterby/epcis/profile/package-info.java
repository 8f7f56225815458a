/// The Ytterby profile: flow records of the ledger as EPCIS events, and back.
@NullMarked
package org.ytterby.epcis.profile;

import org.jspecify.annotations.NullMarked;
