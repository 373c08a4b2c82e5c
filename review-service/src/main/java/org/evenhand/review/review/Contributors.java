package org.evenhand.review.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Those whom the reviewer asked for their view. */
public record Contributors(List<Contributor> asked) {

  static final Contributors NONE = new Contributors(List.of());

  public Contributors {
    asked = List.copyOf(asked);
  }

  Contributors with(Contributor contributor) {
    return asked.contains(contributor)
        ? this
        : new Contributors(Stream.concat(asked.stream(), Stream.of(contributor)).toList());
  }

  Contributors without(UUID employee) {
    return new Contributors(
        asked.stream().filter(one -> !one.employeeId().equals(employee)).toList());
  }

  public boolean include(UUID employee, ContributionType type) {
    return asked.contains(new Contributor(employee, type));
  }
}
