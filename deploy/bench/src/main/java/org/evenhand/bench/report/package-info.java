/** What was measured, as a table that a person reads. */
@NullMarked
package org.evenhand.bench.report;

import org.jspecify.annotations.NullMarked;
