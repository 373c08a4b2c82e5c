/** Benchmarks: Evenhand beside something that does the same work in the same run. */
@NullMarked
package org.evenhand.bench;

import org.jspecify.annotations.NullMarked;
