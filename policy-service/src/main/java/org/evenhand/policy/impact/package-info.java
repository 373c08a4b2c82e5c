/** What a replay of past cycles under a draft asks and says. */
@NullMarked
package org.evenhand.policy.impact;

import org.jspecify.annotations.NullMarked;
