/**
 * Mentoring between two people without a line to one another: its life, and who is in it. No
 * subscriber hears of one.
 */
@NullMarked
package org.evenhand.review.growth.mentoring;

import org.jspecify.annotations.NullMarked;
