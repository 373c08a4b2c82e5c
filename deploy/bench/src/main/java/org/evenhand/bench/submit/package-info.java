/** Submitting a review, beside the same statements by SQL alone; and what the relay makes of it. */
@NullMarked
package org.evenhand.bench.submit;

import org.jspecify.annotations.NullMarked;
