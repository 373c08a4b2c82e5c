/** The submitted reviews that sessions draw from, and who is too close to which. */
@NullMarked
package org.evenhand.calibration.pool;

import org.jspecify.annotations.NullMarked;
