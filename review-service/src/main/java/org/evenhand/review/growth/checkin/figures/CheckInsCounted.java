package org.evenhand.review.growth.checkin.figures;

import java.util.List;

/**
 * The check-ins of some units in a quarter, in numbers. For our figures alone.
 *
 * @param quarter such as 2027-Q1
 * @param part from 1 on, of so many parts
 */
record CheckInsCounted(String quarter, int part, int parts, List<CountedUnit> units) {}
