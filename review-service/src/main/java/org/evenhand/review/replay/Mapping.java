package org.evenhand.review.replay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the past stands for what of the draft.
 *
 * @param levels for each past level in its order the level of the draft; it never falls
 */
public record Mapping(List<Criteria> criteria, List<Integer> levels) {

  /**
   * @param past the key of a criterion under which was rated
   * @param draft the criterion of the draft that it stands for; null for none
   */
  public record Criteria(String past, @Nullable String draft) {}

  public Mapping {
    criteria = List.copyOf(criteria);
    levels = List.copyOf(levels);
  }

  int level(int past) {
    return levels.get(past - 1);
  }

  Optional<String> past(String draft) {
    return criteria.stream()
        .filter(each -> draft.equals(each.draft()))
        .map(Criteria::past)
        .findFirst();
  }

  /** Whether one of the criteria that were rated stands for it. */
  public boolean hasPast(String draft, Set<String> rated) {
    return past(draft).filter(rated::contains).isPresent();
  }
}
