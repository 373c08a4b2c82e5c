/** Companies whose truth is known, judged by the code that judges real ones. */
@NullMarked
package org.evenhand.bench.simulation;

import org.jspecify.annotations.NullMarked;
