/** How far the reviews of a cycle have come. */
@NullMarked
package org.evenhand.analytics.completion;

import org.jspecify.annotations.NullMarked;
