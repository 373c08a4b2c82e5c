/** What the two who have to do with a guidance request read of it. */
@NullMarked
package org.evenhand.policy.guidance.reading;

import org.jspecify.annotations.NullMarked;
