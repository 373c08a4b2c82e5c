/** Files of people and ratings, beside the same rows by SQL alone. */
@NullMarked
package org.evenhand.bench.imports;

import org.jspecify.annotations.NullMarked;
