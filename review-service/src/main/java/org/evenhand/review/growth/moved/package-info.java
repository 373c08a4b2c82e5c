/** What follows in every room from people who come, go and move. */
@NullMarked
package org.evenhand.review.growth.moved;

import org.jspecify.annotations.NullMarked;
