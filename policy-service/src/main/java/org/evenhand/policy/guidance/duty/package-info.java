/** Who owes an answer to a guidance request. */
@NullMarked
package org.evenhand.policy.guidance.duty;

import org.jspecify.annotations.NullMarked;
