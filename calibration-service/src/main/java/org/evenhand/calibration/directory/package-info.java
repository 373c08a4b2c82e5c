/** Who people are, who they work for and where, as review-service tells it. */
@NullMarked
package org.evenhand.calibration.directory;

import org.jspecify.annotations.NullMarked;
