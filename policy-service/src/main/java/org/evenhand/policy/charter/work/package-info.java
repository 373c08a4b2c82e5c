/**
 * Drafting a charter, the one way through its steps ({@code CharterSteps}), and coming into force.
 */
@NullMarked
package org.evenhand.policy.charter.work;

import org.jspecify.annotations.NullMarked;
