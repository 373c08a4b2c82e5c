/** What people do with opportunities and applications, and what happens as they come and go. */
@NullMarked
package org.evenhand.review.growth.opportunity.work;

import org.jspecify.annotations.NullMarked;
