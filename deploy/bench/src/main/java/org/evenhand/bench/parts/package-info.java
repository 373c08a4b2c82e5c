/** The parts that a benchmark runs on, as far as it needs them. */
@NullMarked
package org.evenhand.bench.parts;

import org.jspecify.annotations.NullMarked;
