/** Who asks, and what of the counts is open to them. */
@NullMarked
package org.evenhand.analytics.viewer;

import org.jspecify.annotations.NullMarked;
