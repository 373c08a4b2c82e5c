/**
 * Goals that two people agree on, all year: what a goal holds, its life as a table, its facts. No
 * rating is computed from one, and none goes into a calibration sample.
 */
@NullMarked
package org.evenhand.review.growth.goal;

import org.jspecify.annotations.NullMarked;
