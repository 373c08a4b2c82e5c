package org.evenhand.review.directory.people;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the people of one answer are called, looked up together. */
public record Names(Map<UUID, Known> known) {

  /** For readers who are to see no names. */
  public static final Names WITHHELD = new Names(Map.of());

  /** A person as others speak of them. */
  public record Known(String externalId, String name) {}

  public PersonRef of(UUID person) {
    Known found = known.get(person);
    return new PersonRef(person, found == null ? null : found.name());
  }

  public @Nullable PersonRef orNull(@Nullable UUID person) {
    return person == null ? null : of(person);
  }
}
