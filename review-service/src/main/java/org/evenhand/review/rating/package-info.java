/** What this service publishes about ratings, whether they came about here or in another system. */
@NullMarked
package org.evenhand.review.rating;

import org.jspecify.annotations.NullMarked;
