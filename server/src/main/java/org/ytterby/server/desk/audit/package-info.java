/// Pages of the auditor: the log, its entries, and the proof that nothing was changed.
@NullMarked
package org.ytterby.server.desk.audit;

import org.jspecify.annotations.NullMarked;
