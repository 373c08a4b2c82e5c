/**
 * Remediation plans: a gap that was seen and said, what somebody does about it in weeks, and what
 * the company owes for it. Nothing outside of this room reads one, and no event tells of one.
 */
@NullMarked
package org.evenhand.review.growth.remediation;

import org.jspecify.annotations.NullMarked;
