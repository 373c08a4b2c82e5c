/** Asking for a replay, hearing what came of it, reading it, and going without one. */
@NullMarked
package org.evenhand.policy.replay.work;

import org.jspecify.annotations.NullMarked;
