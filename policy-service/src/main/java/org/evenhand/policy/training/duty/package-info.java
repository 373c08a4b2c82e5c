/** What modules and completions ask of whom. */
@NullMarked
package org.evenhand.policy.training.duty;

import org.jspecify.annotations.NullMarked;
