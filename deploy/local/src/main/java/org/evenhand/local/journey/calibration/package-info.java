/** The chapter of calibration: two sessions from samples to decisions. */
@NullMarked
package org.evenhand.local.journey.calibration;

import org.jspecify.annotations.NullMarked;
