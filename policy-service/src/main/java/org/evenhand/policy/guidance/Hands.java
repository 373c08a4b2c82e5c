package org.evenhand.policy.guidance;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Through whose hands a request has gone.
 *
 * @param readers who has claimed it, in that order
 * @param returned who has given it back, unread or not
 */
public record Hands(List<UUID> readers, List<UUID> returned) {

  static final Hands NONE = new Hands(List.of(), List.of());

  Hands readBy(UUID person) {
    return new Hands(with(readers, person), returned);
  }

  Hands returnedBy(UUID person) {
    return new Hands(readers, with(returned, person));
  }

  private static List<UUID> with(List<UUID> known, UUID person) {
    return Stream.concat(known.stream(), Stream.of(person)).distinct().toList();
  }
}
