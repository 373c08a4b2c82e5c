/** From the events of the other services to the counts: one transaction per batch. */
@NullMarked
package org.evenhand.analytics.intake;

import org.jspecify.annotations.NullMarked;
