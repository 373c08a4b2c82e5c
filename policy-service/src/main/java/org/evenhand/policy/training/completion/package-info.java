/**
 * Who is to go through a module and who has; {@code /v1/training-completions}. The two who lead a
 * module say so, and neither of themself.
 */
@NullMarked
package org.evenhand.policy.training.completion;

import org.jspecify.annotations.NullMarked;
