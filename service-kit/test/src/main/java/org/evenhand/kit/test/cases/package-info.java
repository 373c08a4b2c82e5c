/** Worked examples with published figures, which what we compute has to meet. */
@NullMarked
package org.evenhand.kit.test.cases;

import org.jspecify.annotations.NullMarked;
