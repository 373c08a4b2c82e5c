/** Whether we mean the same by it: blind samples, agreement, sessions, decisions. */
@NullMarked
package org.evenhand.calibration;

import org.jspecify.annotations.NullMarked;
