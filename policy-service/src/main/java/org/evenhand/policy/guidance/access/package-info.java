/** Who may know of a guidance request, and who takes which step. */
@NullMarked
package org.evenhand.policy.guidance.access;

import org.jspecify.annotations.NullMarked;
