/** The versions of policies that have come into force, as policy-service tells them. */
@NullMarked
package org.evenhand.calibration.policy;

import org.jspecify.annotations.NullMarked;
