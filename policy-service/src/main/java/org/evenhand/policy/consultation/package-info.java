/** The policy window: comments of employees, and what became of each. */
@NullMarked
package org.evenhand.policy.consultation;

import org.jspecify.annotations.NullMarked;
