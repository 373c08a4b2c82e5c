/** The calendars of the places where people work; other services learn of them. */
@NullMarked
package org.evenhand.review.place;

import org.jspecify.annotations.NullMarked;
