package org.evenhand.review.review;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Those who are asked for their view.
 *
 * @param released who were, and are no more: texts may still name them
 */
public record Contributors(List<Contributor> asked, List<UUID> released) {

  static final Contributors NONE = new Contributors(List.of(), List.of());

  public Contributors {
    asked = List.copyOf(asked);
    // Reviews of earlier versions name nobody.
    released = released == null ? List.of() : List.copyOf(released);
  }

  Contributors with(Contributor contributor) {
    return asked.contains(contributor)
        ? this
        : new Contributors(
            Stream.concat(asked.stream(), Stream.of(contributor)).toList(), released);
  }

  Contributors without(UUID employee) {
    return include(employee, ContributionType.PEER)
        ? new Contributors(
            asked.stream().filter(one -> !one.employeeId().equals(employee)).toList(),
            Stream.concat(released.stream(), Stream.of(employee)).distinct().toList())
        : this;
  }

  /** Those who have declined as well: closeness may be why. */
  public Stream<UUID> everAsked() {
    return Stream.concat(asked.stream().map(Contributor::employeeId), released.stream());
  }

  public boolean include(UUID employee, ContributionType type) {
    return asked.contains(new Contributor(employee, type));
  }
}
