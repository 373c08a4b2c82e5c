/**
 * What people owe because of calibration sessions, and by when. The kit finds the rule; what else
 * changes what is owed comes over Kafka: who works here, the reviews of the pool, and the cycles.
 */
@NullMarked
package org.evenhand.calibration.duty;

import org.jspecify.annotations.NullMarked;
