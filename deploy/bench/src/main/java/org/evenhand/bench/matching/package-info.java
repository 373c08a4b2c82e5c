/** Finding entries of a large catalogue. */
@NullMarked
package org.evenhand.bench.matching;

import org.jspecify.annotations.NullMarked;
