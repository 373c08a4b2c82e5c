package org.evenhand.policy.guidance;

import java.util.List;
import java.util.UUID;

/** Those of HR whom the asker doesn't want to have to do with it; none of them learns of that. */
public record Excluded(List<UUID> people) {

  static final Excluded NOBODY = new Excluded(List.of());
}
