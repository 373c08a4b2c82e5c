package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Comparator;
import java.util.List;
import org.evenhand.review.rating.Scale;

/**
 * The ordered levels, ordinals 1 to their number, higher is better.
 *
 * @param favourableFrom the ordinal from which on a rating counts as favourable; 0 (not said) means
 *     the highest alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RatingScale(List<RatingLevel> levels, int favourableFrom) {

  public RatingScale {
    levels = levels.stream().sorted(Comparator.comparingInt(RatingLevel::ordinal)).toList();
    favourableFrom = favourableFrom == 0 ? levels.size() : favourableFrom;
  }

  @JsonIgnore
  public int size() {
    return levels.size();
  }

  public boolean has(int ordinal) {
    return ordinal >= 1 && ordinal <= size();
  }

  /**
   * Whether a level is a middle one: the one in the middle, or either of the two on an even scale.
   */
  static boolean isMiddle(int ordinal, int size) {
    return 2 * ordinal == size || 2 * ordinal == size + 1 || 2 * ordinal == size + 2;
  }

  public String label(int ordinal) {
    return levels.get(ordinal - 1).label();
  }

  public Scale shape() {
    return new Scale(size(), favourableFrom);
  }
}
