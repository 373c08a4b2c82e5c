/**
 * Check-ins of somebody with whoever leads them: what one holds, its life as a table, its facts.
 * The two of it read it, and nobody else by any role.
 */
@NullMarked
package org.evenhand.review.growth.checkin;

import org.jspecify.annotations.NullMarked;
