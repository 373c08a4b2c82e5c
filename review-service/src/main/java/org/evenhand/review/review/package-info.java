/** Reviews: what was observed of one person in one cycle, and what was concluded. */
@NullMarked
package org.evenhand.review.review;

import org.jspecify.annotations.NullMarked;
