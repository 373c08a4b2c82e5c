/** How many results of a cycle are appealed, and what comes of it. */
@NullMarked
package org.evenhand.analytics.appeal;

import org.jspecify.annotations.NullMarked;
