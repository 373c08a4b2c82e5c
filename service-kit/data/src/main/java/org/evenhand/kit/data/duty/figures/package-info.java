/** How duties were done, in numbers by side and unit, for analytics-service. */
@NullMarked
package org.evenhand.kit.data.duty.figures;

import org.jspecify.annotations.NullMarked;
