/** What is owed because of mentoring. Nothing outside needs this room: the kit finds its rule. */
@NullMarked
package org.evenhand.review.growth.mentoring.duty;

import org.jspecify.annotations.NullMarked;
