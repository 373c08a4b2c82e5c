/** Clients that cost so little that they don't weigh on what they measure. */
@NullMarked
package org.evenhand.bench.load;

import org.jspecify.annotations.NullMarked;
