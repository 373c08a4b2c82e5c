/**
 * How far the people of each group come with opportunities: eligible, applied, assessed, selected.
 * Taken in from review-service, published by kind and year, and compared stage by stage as ratings
 * are.
 */
@NullMarked
package org.evenhand.analytics.access;

import org.jspecify.annotations.NullMarked;
