/** What people do with a review, one use case a class, and the HTTP of it. Nothing outside refers to it. */
@NullMarked
package org.evenhand.review.review.work;

import org.jspecify.annotations.NullMarked;
