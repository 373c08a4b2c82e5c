/** Who offers to be a mentor, in what, and to how many. */
@NullMarked
package org.evenhand.review.growth.mentoring.profile;

import org.jspecify.annotations.NullMarked;
