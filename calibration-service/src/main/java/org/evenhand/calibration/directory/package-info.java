/** Who people are and who they work for, as review-service tells it. */
@NullMarked
package org.evenhand.calibration.directory;

import org.jspecify.annotations.NullMarked;
