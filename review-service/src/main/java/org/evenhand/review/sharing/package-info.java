/** Sharing: the moment when the reviewee sees the result, and what follows until it is final. */
@NullMarked
package org.evenhand.review.sharing;

import org.jspecify.annotations.NullMarked;
