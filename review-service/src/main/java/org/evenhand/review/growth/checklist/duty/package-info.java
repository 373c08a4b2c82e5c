/**
 * What people owe because of checklists. Nothing outside needs this room: the kit finds its rule.
 */
@NullMarked
package org.evenhand.review.growth.checklist.duty;

import org.jspecify.annotations.NullMarked;
