package org.evenhand.policy.challenge;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who has to do with a challenge, as it was raised.
 *
 * @param challenged whose words or doing it is about
 * @param managers who have signed the version, and so can answer for it beside HR
 */
public record Parties(Set<UUID> challenged, Set<UUID> managers) {

  public Parties and(Collection<UUID> alsoChallenged) {
    Set<UUID> all = new TreeSet<>(challenged);
    all.addAll(alsoChallenged);
    return new Parties(all, managers);
  }

  /** Who is challenged by one of two that say the same answers neither. */
  Parties and(Parties merged) {
    return and(merged.challenged);
  }
}
