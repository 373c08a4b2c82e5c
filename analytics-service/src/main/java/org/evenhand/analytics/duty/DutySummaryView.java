package org.evenhand.analytics.duty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The duties of HR, managers, employees and the company, side by side.
 *
 * @param least so many duties a line has at least, for whoever is neither HR nor a manager
 * @param lines in the order of quarter, kind and side
 */
@Schema(
    example =
        """
        {"least": 5,
         "lines": [{"quarter": "2026-Q4", "kind": "REVIEW", "side": "MANAGER", "duties": 58,
           "open": 3, "openLate": 1, "done": 52, "doneLate": 4, "escalated": 1, "waived": 1,
           "lapsed": 2}]}
        """)
public record DutySummaryView(long least, List<DutyLine> lines) {

  public DutySummaryView {
    lines = List.copyOf(lines);
  }

  /**
   * The duties of one kind that one side has or had in a quarter.
   *
   * @param quarter in which they were due
   * @param open those that are owed now, late ones included
   * @param openLate those of them whose day is over
   * @param done those that were done, late ones included
   * @param doneLate those of them that were done after their day
   * @param escalated those of the open ones that somebody else looks after too
   */
  public record DutyLine(
      String quarter,
      String kind,
      String side,
      long duties,
      long open,
      long openLate,
      long done,
      long doneLate,
      long escalated,
      long waived,
      long lapsed) {}
}
