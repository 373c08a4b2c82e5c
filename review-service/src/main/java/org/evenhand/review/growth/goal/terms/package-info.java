/** What a goal says: what is agreed between two people, and how the API writes it. */
@NullMarked
package org.evenhand.review.growth.goal.terms;

import org.jspecify.annotations.NullMarked;
