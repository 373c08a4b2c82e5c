/** An application, from its coming in until its answer. */
@NullMarked
package org.evenhand.review.growth.opportunity.application;

import org.jspecify.annotations.NullMarked;
