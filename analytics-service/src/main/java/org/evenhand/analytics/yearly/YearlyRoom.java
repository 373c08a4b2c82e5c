package org.evenhand.analytics.yearly;

import java.util.Locale;
import org.evenhand.analytics.disclosure.FigureOf;

/** Whose figures they are. All figures of a room and year are published together. */
public enum YearlyRoom {
  /** How far people came with opportunities. */
  ACCESS("access_person", FigureOf.ACCESS),
  /** Development plans and feedback. */
  GROWTH("growth_person", FigureOf.GROWTH);

  private final String people;
  private final FigureOf of;

  YearlyRoom(String people, FigureOf of) {
    this.people = people;
    this.of = of;
  }

  /** The table with kind, year, employee_id and level of everybody who counts. */
  String people() {
    return people;
  }

  FigureOf of() {
    return of;
  }

  /** The due work by which a year is published; the subject is the year. */
  public String due() {
    return word() + "-year-ended";
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
