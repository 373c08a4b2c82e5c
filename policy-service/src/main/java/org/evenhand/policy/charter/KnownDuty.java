package org.evenhand.policy.charter;

import java.util.List;

/**
 * A kind of duty and what holds for it without a charter.
 *
 * @param service which keeps duties of this kind
 * @param path none where nobody but whoever owes it may learn of it
 */
public record KnownDuty(String kind, String service, Integer workingDays, List<PathStep> path) {

  boolean tellsNobody() {
    return path.isEmpty();
  }
}
