/** How groups of protected attributes would have fared in past cycles under a draft. */
@NullMarked
package org.evenhand.analytics.replay;

import org.jspecify.annotations.NullMarked;
