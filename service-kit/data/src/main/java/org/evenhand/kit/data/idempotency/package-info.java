/** Remembers the first answer to a command. */
@NullMarked
package org.evenhand.kit.data.idempotency;

import org.jspecify.annotations.NullMarked;
