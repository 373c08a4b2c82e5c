/**
 * Reviews of governance: at the interval of the charter HR and managers read together how it went,
 * decide, and sign the minutes. A missed one is published and escalates.
 */
@NullMarked
package org.evenhand.policy.governance;

import org.jspecify.annotations.NullMarked;
