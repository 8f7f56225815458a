/// Ledger packages as files: the schema of every table and the writing of whole packages. Knows the
/// words of the file contract and nothing of what they mean together; judging a package is the
/// core's work.
@NullMarked
package org.ytterby.formats;

import org.jspecify.annotations.NullMarked;
