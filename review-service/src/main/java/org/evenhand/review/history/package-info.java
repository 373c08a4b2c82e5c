/**
 * Ratings of past cycles, taken in from another system. They keep their own scale and origin, and
 * are never mixed with those that came about here.
 */
@NullMarked
package org.evenhand.review.history;

import org.jspecify.annotations.NullMarked;
