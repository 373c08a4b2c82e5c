/**
 * How many duties HR, managers, employees and the company have in all services, and how many they
 * are late with; and what findings and objections of this one ask of whom, by rules that the kit
 * finds.
 */
@NullMarked
package org.evenhand.analytics.duty;

import org.jspecify.annotations.NullMarked;
