package org.evenhand.analytics.viewer;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a partition is open to a reader. */
public sealed interface View {

  /** All of it, as exactly as their role allows. */
  record Whole(Access access) implements View {}

  /** The units that an HR partner serves today. */
  record Units(Set<String> units) implements View {}

  /** What a manager is responsible for: the reviews below them, and the ratings that they gave. */
  record Own(UUID manager) implements View {}

  /** How exact partitions by work attributes are. */
  default Access access() {
    return this instanceof Whole whole ? whole.access() : Access.EXACT;
  }

  default Scope scope() {
    if (this instanceof Whole) {
      return Scope.WHOLE;
    }
    return this instanceof Units ? Scope.SERVED_UNITS : Scope.OWN;
  }

  /** As a client reads it. */
  @Schema(name = "ViewScope")
  enum Scope {
    WHOLE,
    SERVED_UNITS,
    OWN
  }
}
