/** What an opportunity says, and for whom it is. */
@NullMarked
package org.evenhand.review.growth.opportunity.terms;

import org.jspecify.annotations.NullMarked;
