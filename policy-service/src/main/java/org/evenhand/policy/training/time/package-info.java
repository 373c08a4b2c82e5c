/** The days of those who learn, and what comes with them: something expires, a leave stops it. */
@NullMarked
package org.evenhand.policy.training.time;

import org.jspecify.annotations.NullMarked;
