/** HTTP by hand. */
@NullMarked
package org.evenhand.attack.wire;

import org.jspecify.annotations.NullMarked;
