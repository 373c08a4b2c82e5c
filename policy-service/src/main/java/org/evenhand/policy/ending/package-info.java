/** The ends that people decide on: withdrawal before effect, retirement after it. */
@NullMarked
package org.evenhand.policy.ending;

import org.jspecify.annotations.NullMarked;
