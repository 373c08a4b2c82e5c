/** Policies, their versions, and the life cycle of a version. */
@NullMarked
package org.evenhand.policy.version;

import org.jspecify.annotations.NullMarked;
