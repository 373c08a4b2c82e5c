/**
 * Who sits in a session and which reviews it decides, from its plan to its end without a decision.
 * Nothing outside builds on this package.
 */
@NullMarked
package org.evenhand.calibration.session.planning;

import org.jspecify.annotations.NullMarked;
