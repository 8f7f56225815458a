/// The substance itself: elements and their oxides, masses, compositions, assays and the stages of
/// a product. Knows nothing of who holds it.
@NullMarked
package org.ytterby.core.material;

import org.jspecify.annotations.NullMarked;
