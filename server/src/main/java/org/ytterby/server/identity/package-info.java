/// Who signs in, what they are, and what they may ask for.
@NullMarked
package org.ytterby.server.identity;

import org.jspecify.annotations.NullMarked;
