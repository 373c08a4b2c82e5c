package org.evenhand.faults;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The people of one test, and what an HRIS says of them.
 *
 * @param prefix begins their ids, so that no two tests have the same people
 */
record People(String prefix, int count) {
  /** A name that nobody has and that is in no text by chance. */
  static final String FAMILY_NAME = "Nachtegaalström";

  static final String ADDRESSES = "@nachtegaal.example";

  private static final String HIRE_COLUMNS =
      "externalId,givenName,familyName,email,relationship,orgUnit,jobLevel,jobFamily,workLocation,"
          + "country,legalEntity,workerType,employmentStatus,assignmentId,effectiveFrom,action\n";
  private static final String RATING_COLUMNS =
      "externalId,assignmentId,cycle,periodStart,periodEnd,ordinal,label,scaleSize\n";

  String id(int number) {
    return prefix + "-" + number;
  }

  String hired() {
    return HIRE_COLUMNS
        + IntStream.range(0, count).mapToObj(this::hired).collect(Collectors.joining());
  }

  private String hired(int number) {
    String id = id(number);
    return id
        + ",Given,"
        + FAMILY_NAME
        + ","
        + id
        + ADDRESSES
        + ",LINE,mill,L4,craft,Leeds,GB,Linden,EMPLOYEE,"
        + "ACTIVE,"
        + id
        + "-1,2020-01-01,HIRE\n";
  }

  /**
   * Ratings of a past cycle on a scale of five: each time different ones than the time before, for
   * each person and in their distribution.
   */
  String rated(String cycle, int time) {
    return RATING_COLUMNS
        + IntStream.range(0, count)
            .mapToObj(number -> rated(number, cycle, 1 + (number * number + time) % 5))
            .collect(Collectors.joining());
  }

  private String rated(int number, String cycle, int ordinal) {
    return "%1$s,%1$s-1,%2$s,2024-01-01,2024-12-31,%3$d,level %3$d,5%n"
        .formatted(id(number), cycle, ordinal);
  }
}
