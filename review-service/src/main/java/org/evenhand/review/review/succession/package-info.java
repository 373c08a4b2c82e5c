/**
 * Who reviews when the reviewer can't any more, and when HR has to say so. Found by looking at how
 * people and lines stand, never by what has happened to them: so nothing that is missed, repeated
 * or told in another order leaves a review behind.
 */
@NullMarked
package org.evenhand.review.review.succession;

import org.jspecify.annotations.NullMarked;
