package org.evenhand.review.sample;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a text may name.
 *
 * @param externalId the HRIS' id, by which texts may name people too
 * @param near whether they belong to the review: reviewee, reviewer, line, contributors, own unit.
 *     Such a name is also found in careless spellings
 */
public record KnownPerson(
    UUID id,
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String externalId,
    boolean near) {

  private static final int SHORTEST_NICKNAME = 3;

  /** A person whose id is not looked for. */
  public KnownPerson(
      UUID id, String givenName, String familyName, @Nullable String email, boolean near) {
    this(id, givenName, familyName, email, null, near);
  }

  /**
   * Short forms that the directory gives away: what stands before the @ of an address is often how
   * somebody is called.
   */
  Set<String> nicknames() {
    Set<String> found = new TreeSet<>();
    if (email != null) {
      int at = email.indexOf('@');
      String whole = email.substring(0, Math.max(at, 0)).replaceAll("[^\\p{L}\\p{M}]+", "");
      if (whole.length() >= SHORTEST_NICKNAME) {
        found.add(whole);
      }
      for (String part : email.substring(0, Math.max(at, 0)).split("[^\\p{L}\\p{M}]+")) {
        if (part.length() >= SHORTEST_NICKNAME) {
          found.add(part);
        }
      }
    }
    return found;
  }
}
