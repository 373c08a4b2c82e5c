/**
 * Consensus, decisions and the countersignature, and what review-service answers to them. Nothing
 * outside builds on this package.
 */
@NullMarked
package org.evenhand.calibration.session.deliberation;

import org.jspecify.annotations.NullMarked;
