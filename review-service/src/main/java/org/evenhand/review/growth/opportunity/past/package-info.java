/**
 * Opportunities that were decided in another system, taken in from files. They are told to the
 * audit of access as ours are; of the people in them nothing is kept.
 */
@NullMarked
package org.evenhand.review.growth.opportunity.past;

import org.jspecify.annotations.NullMarked;
