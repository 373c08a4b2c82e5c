/** Integer counts by cell, before and after calibration, and completion by stage. */
@NullMarked
package org.evenhand.analytics.counts;

import org.jspecify.annotations.NullMarked;
