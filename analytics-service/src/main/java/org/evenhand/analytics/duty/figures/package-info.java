/** How duties of a quarter were done, by side and unit. */
@NullMarked
package org.evenhand.analytics.duty.figures;

import org.jspecify.annotations.NullMarked;
