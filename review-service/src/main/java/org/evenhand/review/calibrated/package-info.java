/** Applying the decisions of a locked calibration session, all of them or none. */
@NullMarked
package org.evenhand.review.calibrated;

import org.jspecify.annotations.NullMarked;
