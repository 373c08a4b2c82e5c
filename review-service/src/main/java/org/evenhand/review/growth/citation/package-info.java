/** What reviewees point to beside their own view, of what they have agreed with others. */
@NullMarked
package org.evenhand.review.growth.citation;

import org.jspecify.annotations.NullMarked;
