package org.evenhand.analytics.finding;

import java.util.List;

/** What somebody may do about a finding as it stands, by operation id. */
public final class FindingActions {

  private FindingActions() {}

  public static List<String> of(Finding finding, FindingAccess access) {
    return finding.allowed().stream()
        .filter(action -> isOpen(action, finding, access))
        .map(FindingAction::operation)
        .toList();
  }

  private static boolean isOpen(FindingAction action, Finding finding, FindingAccess access) {
    return switch (action) {
      case RESPOND -> !access.sides().isEmpty();
      case COUNTERSIGN -> finding.response().filter(r -> r.canBeSignedBy(access)).isPresent();
    };
  }
}
