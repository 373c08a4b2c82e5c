/** Who is calling, and what they may do. */
@NullMarked
package org.evenhand.review.me;

import org.jspecify.annotations.NullMarked;
