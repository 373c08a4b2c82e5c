/** How far the raters of a calibration session meant the same. */
@NullMarked
package org.evenhand.analytics.agreement;

import org.jspecify.annotations.NullMarked;
