/**
 * What is owed because of opportunities. Nothing outside needs this room: the kit finds its rules.
 */
@NullMarked
package org.evenhand.review.growth.opportunity.duty;

import org.jspecify.annotations.NullMarked;
