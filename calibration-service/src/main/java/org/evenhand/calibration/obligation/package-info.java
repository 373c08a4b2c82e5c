/**
 * How many looks at their own rating managers owe of a quarter: who owes how many, since when they
 * lead whom, and the duty that it is. What a look is, the package {@code check} knows.
 */
@NullMarked
package org.evenhand.calibration.obligation;

import org.jspecify.annotations.NullMarked;
