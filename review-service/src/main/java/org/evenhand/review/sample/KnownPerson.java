package org.evenhand.review.sample;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a text may name.
 *
 * @param near whether they belong to the review: reviewee, reviewer, line, contributors, own unit.
 *     Such a name is also found where it is written carelessly
 */
public record KnownPerson(
    UUID id, String givenName, String familyName, @Nullable String email, boolean near) {

  private static final int SHORTEST_NICKNAME = 3;

  /**
   * Short forms that the directory gives away: what stands before the @ of an address is often how
   * somebody is called.
   */
  Set<String> nicknames() {
    Set<String> found = new TreeSet<>();
    if (email != null) {
      int at = email.indexOf('@');
      for (String part : email.substring(0, Math.max(at, 0)).split("[^\\p{L}\\p{M}]+")) {
        if (part.length() >= SHORTEST_NICKNAME) {
          found.add(part);
        }
      }
    }
    return found;
  }
}
