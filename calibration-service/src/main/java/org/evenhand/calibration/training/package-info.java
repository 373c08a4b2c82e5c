/** What nobody does without training, and who holds which, as policy-service tells it. */
@NullMarked
package org.evenhand.calibration.training;

import org.jspecify.annotations.NullMarked;
