/// What tests of every module share: claims about many random cases, and published vectors.
@NullMarked
package org.ytterby.core.testing;

import org.jspecify.annotations.NullMarked;
