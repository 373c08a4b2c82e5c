/** Counting everything again from the topics. */
@NullMarked
package org.evenhand.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
