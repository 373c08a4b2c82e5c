/** What people owe because of appeals. Nothing outside needs this room: the kit finds its rule. */
@NullMarked
package org.evenhand.review.appeal.duty;

import org.jspecify.annotations.NullMarked;
