/** Figures by unit that other services tell once of each calendar quarter. */
@NullMarked
package org.evenhand.analytics.quarterly;

import org.jspecify.annotations.NullMarked;
