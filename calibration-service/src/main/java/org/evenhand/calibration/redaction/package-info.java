/** Takes out of texts what would tell of somebody, before others read them. */
@NullMarked
package org.evenhand.calibration.redaction;

import org.jspecify.annotations.NullMarked;
