package org.evenhand.analytics.quarterly;

import org.evenhand.kit.data.quarter.Quarter;

/**
 * What is told of each quarter.
 *
 * @param kind empty where a room has one figure
 */
public record QuarterFigure(Room room, String kind) {

  /** Whose figures they are. All of a room are published on the same day. */
  public enum Room {
    CHECK_INS("check-ins"),
    DUTIES("duties");

    private final String word;

    Room(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  public static QuarterFigure of(Room room) {
    return new QuarterFigure(room, "");
  }

  /** As no other figure of a quarter is named. */
  String name(Quarter quarter) {
    return kind.isEmpty()
        ? "%s %s".formatted(room.word(), quarter.text())
        : "%s %s %s".formatted(room.word(), kind, quarter.text());
  }
}
