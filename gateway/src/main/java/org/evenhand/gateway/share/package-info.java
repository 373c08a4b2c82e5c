/** What callers share: requests under way, memory for bodies, connections for imports. */
@NullMarked
package org.evenhand.gateway.share;

import org.jspecify.annotations.NullMarked;
