/** Whether the ratings of all groups rest on as much that was seen; {@code /v1/evidence}. */
@NullMarked
package org.evenhand.analytics.evidence;

import org.jspecify.annotations.NullMarked;
