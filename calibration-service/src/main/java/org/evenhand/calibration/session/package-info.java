/** A calibration session: its aggregate, its state machine and its doors. */
@NullMarked
package org.evenhand.calibration.session;

import org.jspecify.annotations.NullMarked;
