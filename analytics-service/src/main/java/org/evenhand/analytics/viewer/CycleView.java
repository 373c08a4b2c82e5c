package org.evenhand.analytics.viewer;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;

/** The cycle that an answer is about. */
@Schema(name = "CountedCycle")
public record CycleView(UUID id, String key, Origin origin) {

  public static CycleView of(Cycle cycle) {
    return new CycleView(cycle.id(), cycle.key(), cycle.origin());
  }
}
