/** Who finds a precedent, what they are to it, and what they may do. */
@NullMarked
package org.evenhand.calibration.precedent.access;

import org.jspecify.annotations.NullMarked;
