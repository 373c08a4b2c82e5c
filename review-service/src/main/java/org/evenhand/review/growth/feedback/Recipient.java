package org.evenhand.review.growth.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom feedback was given, and how far they have opened it. That never narrows: what
 * others have read they have read.
 *
 * @param readers who leads them, or reviews them, to whom it was opened by name
 * @param everybody whether it may be read in the whole company, as far as it is theirs to say
 * @param hrSince since when they show it to HR; null where they don't
 * @param citedIn reviews of theirs that hold a copy
 */
public record Recipient(
    UUID employeeId,
    List<UUID> readers,
    boolean everybody,
    @Nullable Instant hrSince,
    List<UUID> citedIn) {

  public Recipient {
    readers = List.copyOf(readers);
    citedIn = List.copyOf(citedIn);
  }

  public static Recipient of(UUID employee, Collection<UUID> readers, boolean everybody) {
    return new Recipient(employee, readers.stream().sorted().toList(), everybody, null, List.of());
  }

  Recipient openedTo(Collection<UUID> more) {
    return new Recipient(
        employeeId,
        Stream.concat(readers.stream(), more.stream()).distinct().sorted().toList(),
        everybody,
        hrSince,
        citedIn);
  }

  Recipient openedToEverybody() {
    return new Recipient(employeeId, readers, true, hrSince, citedIn);
  }

  Recipient shownToHr(Instant at) {
    return hrSince == null ? new Recipient(employeeId, readers, everybody, at, citedIn) : this;
  }

  Recipient cited(UUID review) {
    return new Recipient(
        employeeId,
        readers,
        everybody,
        hrSince,
        Stream.concat(citedIn.stream(), Stream.of(review)).distinct().toList());
  }
}
