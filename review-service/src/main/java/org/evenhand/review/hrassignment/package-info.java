/** Which HR partner serves which units, from when to when. */
@NullMarked
package org.evenhand.review.hrassignment;

import org.jspecify.annotations.NullMarked;
