/** What people and the company owe because of remediation plans, which nobody else hears of. */
@NullMarked
package org.evenhand.review.growth.remediation.duty;

import org.jspecify.annotations.NullMarked;
