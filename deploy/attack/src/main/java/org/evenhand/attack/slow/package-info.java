/** Clients that take their time. */
@NullMarked
package org.evenhand.attack.slow;

import org.jspecify.annotations.NullMarked;
