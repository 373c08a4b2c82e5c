/**
 * What people do with development plans, and what happens to plans when people come, go or move.
 */
@NullMarked
package org.evenhand.review.growth.plan.work;

import org.jspecify.annotations.NullMarked;
