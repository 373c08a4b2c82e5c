/** Formal judgements of a cycle, the findings that come of them, and what both sides answer. */
@NullMarked
package org.evenhand.analytics.finding;

import org.jspecify.annotations.NullMarked;
