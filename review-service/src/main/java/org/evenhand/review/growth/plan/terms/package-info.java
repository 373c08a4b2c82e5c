/** What a development plan says: what two people agree on, and how the API writes it. */
@NullMarked
package org.evenhand.review.growth.plan.terms;

import org.jspecify.annotations.NullMarked;
