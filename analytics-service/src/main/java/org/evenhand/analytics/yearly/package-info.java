/**
 * What is published of a calendar year, once, a month after its end: tables of people, in each of
 * which everybody who counts stands at exactly one level. All of them, of whatever room, are of
 * nearly the same people; so each is held against all others by disclosure control.
 */
@NullMarked
package org.evenhand.analytics.yearly;

import org.jspecify.annotations.NullMarked;
