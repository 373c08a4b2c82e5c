/** The caller, and which counts are open to them. */
@NullMarked
package org.evenhand.analytics.viewer;

import org.jspecify.annotations.NullMarked;
