/** What a reader is shown of a policy and its versions, and which steps are open to them. */
@NullMarked
package org.evenhand.policy.version.reading;

import org.jspecify.annotations.NullMarked;
