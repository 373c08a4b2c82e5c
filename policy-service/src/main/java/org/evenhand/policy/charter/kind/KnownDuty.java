package org.evenhand.policy.charter.kind;

import java.util.List;
import org.evenhand.kit.data.duty.Responsible;
import org.jspecify.annotations.Nullable;

/**
 * A kind of duty and what holds for it without a charter.
 *
 * @param service which keeps duties of this kind
 * @param path none where nobody but whoever owes it may learn of it
 * @param pathIsFixed true where nobody may learn of it but those whom the path names: a charter
 *     says when they do, and not who
 */
public record KnownDuty(
    String kind,
    String service,
    Integer workingDays,
    List<PathStep> path,
    @Nullable Boolean pathIsFixed) {

  boolean tellsNobody() {
    return path.isEmpty();
  }

  /** Whether a charter can have this path for it. */
  boolean admits(List<PathStep> other) {
    return !Boolean.TRUE.equals(pathIsFixed) || heard(path).equals(heard(other));
  }

  private static List<Responsible> heard(List<PathStep> path) {
    return path.stream().map(PathStep::to).toList();
  }
}
