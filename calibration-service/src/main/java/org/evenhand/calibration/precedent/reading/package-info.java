/** What readers see of precedents. */
@NullMarked
package org.evenhand.calibration.precedent.reading;

import org.jspecify.annotations.NullMarked;
