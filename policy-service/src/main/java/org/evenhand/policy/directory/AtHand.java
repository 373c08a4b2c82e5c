package org.evenhand.policy.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * People at work who could take something on.
 *
 * @param close for each of them the people whom they are, or are above or below
 */
public record AtHand(List<UUID> all, Map<UUID, Set<UUID>> close) {

  public static final AtHand NOBODY = new AtHand(List.of(), Map.of());

  public boolean isNobody() {
    return all.isEmpty();
  }

  /** The same without some of them. */
  public AtHand without(Collection<UUID> others) {
    return only(each -> !others.contains(each));
  }

  /** Those of them who are among some. */
  public AtHand among(Collection<UUID> others) {
    return only(others::contains);
  }

  /** Whether one of them has nothing to do with these people. */
  public boolean isAnyFreeOf(Collection<UUID> people) {
    return all.stream()
        .anyMatch(each -> Collections.disjoint(close.getOrDefault(each, Set.of()), people));
  }

  private AtHand only(Predicate<UUID> wanted) {
    return new AtHand(all.stream().filter(wanted).toList(), close);
  }
}
