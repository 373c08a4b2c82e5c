/** What challenges ask of whom. */
@NullMarked
package org.evenhand.policy.challenge.duty;

import org.jspecify.annotations.NullMarked;
