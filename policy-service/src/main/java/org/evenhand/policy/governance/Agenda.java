package org.evenhand.policy.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.policy.content.CanonicalContent;

/**
 * What a review is about, frozen when it was prepared.
 *
 * @param hash SHA-256 of the items' canonical JSON
 */
public record Agenda(List<AgendaItem> items, String hash, UUID preparedBy, Instant preparedAt) {

  public static Agenda of(List<AgendaItem> items, UUID by, Instant at) {
    return new Agenda(List.copyOf(items), CanonicalContent.hash(items), by, at);
  }
}
