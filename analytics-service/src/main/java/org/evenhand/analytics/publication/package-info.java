/** What is shown of the counts: only groups that are large enough, in steps that hide a person. */
@NullMarked
package org.evenhand.analytics.publication;

import org.jspecify.annotations.NullMarked;
