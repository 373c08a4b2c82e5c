/** Who gets through which door. */
@NullMarked
package org.evenhand.attack.access;

import org.jspecify.annotations.NullMarked;
