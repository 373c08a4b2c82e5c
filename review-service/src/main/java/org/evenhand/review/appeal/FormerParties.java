package org.evenhand.review.appeal;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whoever had a part in an appeal that somebody else has now: they have read it.
 *
 * @param companions who stood by the appellant
 * @param reassessors who were to look at it anew
 */
public record FormerParties(Set<UUID> companions, Set<UUID> reassessors) {

  static final FormerParties NONE = new FormerParties(Set.of(), Set.of());

  public FormerParties {
    companions = Set.copyOf(companions);
    reassessors = Set.copyOf(reassessors);
  }

  FormerParties withCompanion(@Nullable UUID leaving) {
    return new FormerParties(with(companions, leaving), reassessors);
  }

  FormerParties withReassessor(@Nullable UUID leaving) {
    return new FormerParties(companions, with(reassessors, leaving));
  }

  private static Set<UUID> with(Set<UUID> people, @Nullable UUID leaving) {
    return Stream.concat(people.stream(), Stream.ofNullable(leaving))
        .collect(Collectors.toUnmodifiableSet());
  }
}
