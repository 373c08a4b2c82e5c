/** What two people sign, whatever it is that they agree on. */
@NullMarked
package org.evenhand.review.growth.agreement;

import org.jspecify.annotations.NullMarked;
