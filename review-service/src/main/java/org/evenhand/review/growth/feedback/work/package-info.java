/** Give feedback, add to it, open it, cite it, take it back, hide it. */
@NullMarked
package org.evenhand.review.growth.feedback.work;

import org.jspecify.annotations.NullMarked;
