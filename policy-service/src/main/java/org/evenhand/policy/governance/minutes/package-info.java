/** Who was present, what was said and decided, and who has signed it. */
@NullMarked
package org.evenhand.policy.governance.minutes;

import org.jspecify.annotations.NullMarked;
