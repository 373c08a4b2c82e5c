/**
 * What past reviews would have come to under the rules of a draft, in plain Java, and how much of
 * it can be told.
 */
@NullMarked
package org.evenhand.review.replay;

import org.jspecify.annotations.NullMarked;
