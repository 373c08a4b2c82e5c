/** Requests that are none. */
@NullMarked
package org.evenhand.attack.malformed;

import org.jspecify.annotations.NullMarked;
