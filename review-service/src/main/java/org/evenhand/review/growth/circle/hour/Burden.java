package org.evenhand.review.growth.circle.hour;

import java.time.LocalTime;

/** What a meeting of an hour asks of somebody, by the time that it is where they are. */
public final class Burden {

  private static final int IN_WORKING_HOURS = 0;
  private static final int AT_THEIR_EDGE = 1;
  private static final int IN_THE_EVENING = 3;
  private static final int IN_THE_NIGHT = 10;

  private Burden() {}

  /**
   * @param start when it begins there
   */
  public static int of(LocalTime start) {
    if (isNight(start)) {
      return IN_THE_NIGHT;
    }
    int hour = start.getHour();
    if (hour >= 9 && hour < 17) {
      return IN_WORKING_HOURS;
    }
    return hour >= 7 && hour < 19 ? AT_THEIR_EDGE : IN_THE_EVENING;
  }

  /** Whether any of it lies between 22:00 and 6:00. */
  public static boolean isNight(LocalTime start) {
    return start.isAfter(LocalTime.of(21, 0)) || start.isBefore(LocalTime.of(6, 0));
  }
}
