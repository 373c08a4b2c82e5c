/**
 * What people owe because of reviews and cycles, and who looks after it when they are late. Nothing
 * outside needs this room: the kit finds its rules.
 */
@NullMarked
package org.evenhand.review.duty;

import org.jspecify.annotations.NullMarked;
