/** Of whom a module is required: they are asked for it before they meet the gate. */
@NullMarked
package org.evenhand.policy.training.required;

import org.jspecify.annotations.NullMarked;
