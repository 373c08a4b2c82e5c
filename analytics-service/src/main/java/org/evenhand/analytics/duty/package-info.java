/**
 * How many duties HR, managers, employees and the company have, and how many they are late with.
 */
@NullMarked
package org.evenhand.analytics.duty;

import org.jspecify.annotations.NullMarked;
