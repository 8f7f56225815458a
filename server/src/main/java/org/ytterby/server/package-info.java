/// The ledger service: one Spring Modulith module for each capability, named as in core.
@NullMarked
package org.ytterby.server;

import org.jspecify.annotations.NullMarked;
