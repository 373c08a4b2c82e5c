/**
 * What may be seen of the counts, and when that is decided: editions, made at the moments of the
 * release calendar, and how a reader finds them.
 */
@NullMarked
package org.evenhand.analytics.publication;

import org.jspecify.annotations.NullMarked;
