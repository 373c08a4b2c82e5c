/** Cycles: what is reviewed, of whom, by when, and who agreed to it. */
@NullMarked
package org.evenhand.review.cycle;

import org.jspecify.annotations.NullMarked;
