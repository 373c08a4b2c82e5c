/** Replays of past cycles under a draft, how they stand, and when a sign-off waits for one. */
@NullMarked
package org.evenhand.policy.replay;

import org.jspecify.annotations.NullMarked;
