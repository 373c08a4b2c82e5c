/** Plan, prepare, hold, skip; what happens as people come, go and move. */
@NullMarked
package org.evenhand.review.growth.checkin.work;

import org.jspecify.annotations.NullMarked;
