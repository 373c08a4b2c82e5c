/** How many check-ins were held of those that were planned, by unit. */
@NullMarked
package org.evenhand.analytics.checkin;

import org.jspecify.annotations.NullMarked;
