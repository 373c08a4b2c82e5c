/**
 * What the two who lead a module do with it, and what others read of it; {@code
 * /v1/training-modules}.
 */
@NullMarked
package org.evenhand.policy.training.module;

import org.jspecify.annotations.NullMarked;
