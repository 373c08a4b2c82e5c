package org.evenhand.kit.data.duty;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What a charter in force says of duties. */
record Charter(UUID charterId, int version, List<Terms> terms) {

  /**
   * Of one kind.
   *
   * @param workingDays null for the default of the kind
   */
  record Terms(String kind, @Nullable Integer workingDays, List<Escalation> path) {

    DutyTerms instead(DutyTerms standard) {
      return new DutyTerms(
          Objects.requireNonNullElse(workingDays, standard.workingDays()),
          standard.admits(path) ? path : standard.path(),
          standard.pathIsFixed());
    }
  }

  /** None but the defaults. */
  static final Charter NONE = new Charter(new UUID(0, 0), 0, List.of());

  Charter {
    terms = List.copyOf(terms);
  }

  /**
   * @throws RefusedEvent when a field is missing, or a path can't be followed
   */
  static Charter of(ReceivedEvent event) {
    Charter charter = event.as(Charter.class);
    for (Terms terms : charter.terms()) {
      try {
        if (terms.instead(DutyTerms.toHrLead(0)).isConfidential()) {
          throw new IllegalArgumentException("a path has no step");
        }
      } catch (IllegalArgumentException | NullPointerException e) {
        throw new RefusedEvent("the terms of " + terms.kind() + " can't be followed", e);
      }
    }
    return charter;
  }

  /** The terms of a kind; what the charter doesn't name keeps its defaults. */
  DutyTerms of(DutyKind kind) {
    return terms.stream()
        .filter(named -> named.kind().equals(kind.name()))
        .findFirst()
        .map(named -> named.instead(kind.terms()))
        .orElseGet(kind::terms);
  }
}
