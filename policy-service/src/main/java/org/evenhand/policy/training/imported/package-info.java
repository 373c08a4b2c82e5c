/** Completions from a system in which people learn, in a file; {@code /v1/training-imports}. */
@NullMarked
package org.evenhand.policy.training.imported;

import org.jspecify.annotations.NullMarked;
