/** What a policy expects of the distribution of ratings, softly. */
@NullMarked
package org.evenhand.analytics.guidance;

import org.jspecify.annotations.NullMarked;
