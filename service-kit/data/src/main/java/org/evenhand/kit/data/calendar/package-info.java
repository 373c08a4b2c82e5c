/**
 * The dates that a person should know of, as far as a service knows them. A room says with a {@link
 * org.evenhand.kit.data.calendar.CalendarSource} what they are now; the kit keeps what each person
 * was told, so that a date that moves or falls away can be told as such.
 */
@NullMarked
package org.evenhand.kit.data.calendar;

import org.jspecify.annotations.NullMarked;
