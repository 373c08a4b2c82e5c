/** Raising a challenge, and the one way through its steps ({@code ChallengeSteps}). */
@NullMarked
package org.evenhand.policy.challenge.work;

import org.jspecify.annotations.NullMarked;
