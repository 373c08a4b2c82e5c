/**
 * The samples: claimed and redacted at review-service, checked by a second person, and shown to
 * those who may read them. Nothing outside builds on this package.
 */
@NullMarked
package org.evenhand.calibration.session.sampling;

import org.jspecify.annotations.NullMarked;
