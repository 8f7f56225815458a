/// What was declared: parties, facilities, permits, products, flow records, assays, plans and
/// licences, with the rules that decide which record is in force and which assay values a line.
@NullMarked
package org.ytterby.core.ledger;

import org.jspecify.annotations.NullMarked;
