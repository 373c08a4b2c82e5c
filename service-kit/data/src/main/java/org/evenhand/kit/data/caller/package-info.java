/** Finds out whether a caller works here, before an operation begins. */
@NullMarked
package org.evenhand.kit.data.caller;

import org.jspecify.annotations.NullMarked;
