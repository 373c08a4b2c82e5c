/** What a reader is shown of a challenge. */
@NullMarked
package org.evenhand.policy.challenge.reading;

import org.jspecify.annotations.NullMarked;
