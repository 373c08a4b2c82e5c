/** Redaction of a review into a sample that raters may read without knowing whose it is. */
@NullMarked
package org.evenhand.review.sample;

import org.jspecify.annotations.NullMarked;
