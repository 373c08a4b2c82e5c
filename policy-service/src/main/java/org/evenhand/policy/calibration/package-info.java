/** What calibration tells, handed to whoever keeps something of it: one reader for one topic. */
@NullMarked
package org.evenhand.policy.calibration;

import org.jspecify.annotations.NullMarked;
