/** What a reader is shown of a charter, and what they may do. */
@NullMarked
package org.evenhand.policy.charter.reading;

import org.jspecify.annotations.NullMarked;
