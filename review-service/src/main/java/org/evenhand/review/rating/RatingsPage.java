package org.evenhand.review.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ratings in the order in which they were committed.
 *
 * @param next the cursor of the next page; absent when there is none at present
 * @param updatedSince what to ask with later for whatever has changed after this page
 */
record RatingsPage(List<RatingView> items, @Nullable String next, String updatedSince) {}
