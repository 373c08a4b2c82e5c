/** What the two of a check-in have promised one another, until it is done. */
@NullMarked
package org.evenhand.review.growth.checkin.action;

import org.jspecify.annotations.NullMarked;
