/** What sessions of calibration tell: their agreement, and who gave which blind scores. */
@NullMarked
package org.evenhand.analytics.calibration;

import org.jspecify.annotations.NullMarked;
