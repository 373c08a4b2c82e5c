/** Development plans as their readers are shown them. */
@NullMarked
package org.evenhand.review.growth.plan.reading;

import org.jspecify.annotations.NullMarked;
