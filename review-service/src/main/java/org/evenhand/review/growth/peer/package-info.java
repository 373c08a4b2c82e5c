/**
 * Whom a reviewee names as peers, whom the reviewer agrees to ask, and what became of it. What a
 * request is, its life as a table, who sees it. What peers write stands in the review.
 */
@NullMarked
package org.evenhand.review.growth.peer;

import org.jspecify.annotations.NullMarked;
