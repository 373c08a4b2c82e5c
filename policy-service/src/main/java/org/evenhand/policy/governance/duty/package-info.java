/** What reviews of governance ask of people. */
@NullMarked
package org.evenhand.policy.governance.duty;

import org.jspecify.annotations.NullMarked;
