package org.evenhand.review.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the review was before: who had it, and what had been concluded. */
public record Past(List<Reassignment> reassignments, List<Revision> revisions) {

  static final Past NONE = new Past(List.of(), List.of());

  public Past {
    reassignments = List.copyOf(reassignments);
    revisions = List.copyOf(revisions);
  }

  Past with(Reassignment reassignment) {
    return new Past(
        Stream.concat(reassignments.stream(), Stream.of(reassignment)).toList(), revisions);
  }

  Past with(Revision revision) {
    return new Past(reassignments, Stream.concat(revisions.stream(), Stream.of(revision)).toList());
  }

  Past without(UUID observation) {
    return new Past(
        reassignments, revisions.stream().map(each -> each.without(observation)).toList());
  }

  Optional<Reassignment> lastReassignment() {
    return reassignments.stream().reduce((first, second) -> second);
  }

  /** The last conclusion that the reviewee has seen. */
  public Optional<Revision> lastShared() {
    return revisions.stream()
        .filter(revision -> revision.sharedAt() != null)
        .reduce((first, second) -> second);
  }
}
