/** Whether the ratings of a group move from cycle to cycle. */
@NullMarked
package org.evenhand.analytics.drift;

import org.jspecify.annotations.NullMarked;
