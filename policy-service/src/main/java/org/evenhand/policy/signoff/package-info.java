/** Who signed which content, and who still has to. */
@NullMarked
package org.evenhand.policy.signoff;

import org.jspecify.annotations.NullMarked;
