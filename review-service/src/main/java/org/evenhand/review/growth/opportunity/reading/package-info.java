/** Opportunities and applications as their readers are shown them. */
@NullMarked
package org.evenhand.review.growth.opportunity.reading;

import org.jspecify.annotations.NullMarked;
