/** What precedents ask of people, as the kit's duties. */
@NullMarked
package org.evenhand.calibration.precedent.duty;

import org.jspecify.annotations.NullMarked;
