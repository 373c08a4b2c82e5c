/**
 * What people do with a round of upward feedback, one use case a class, and the HTTP of it; what
 * happens as its day passes and as people go.
 */
@NullMarked
package org.evenhand.review.growth.upward.work;

import org.jspecify.annotations.NullMarked;
