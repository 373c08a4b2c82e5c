/**
 * What people and the company owe because of development plans. Nothing outside needs this room:
 * the kit finds its rule.
 */
@NullMarked
package org.evenhand.review.growth.plan.duty;

import org.jspecify.annotations.NullMarked;
