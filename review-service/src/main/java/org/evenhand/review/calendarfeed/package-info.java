/**
 * The secret addresses under which people's calendar clients read their dates. The gateway serves
 * them; whose a secret is, it asks here. Nothing else needs this room.
 */
@NullMarked
package org.evenhand.review.calendarfeed;

import org.jspecify.annotations.NullMarked;
