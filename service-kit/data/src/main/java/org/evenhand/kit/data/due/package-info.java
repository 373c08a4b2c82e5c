/** Takes work that falls due by itself. */
@NullMarked
package org.evenhand.kit.data.due;

import org.jspecify.annotations.NullMarked;
