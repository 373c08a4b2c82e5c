/**
 * Training: modules that one of HR and a manager lead together, and who has completed them. What a
 * module is required for other services let nobody do without it.
 */
@NullMarked
package org.evenhand.policy.training;

import org.jspecify.annotations.NullMarked;
