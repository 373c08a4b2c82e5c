/** Found a circle, join and leave it, meet; what happens as lines and people change. */
@NullMarked
package org.evenhand.review.growth.circle.work;

import org.jspecify.annotations.NullMarked;
