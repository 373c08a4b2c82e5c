package org.evenhand.kit.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. It has no total, because counting is expensive and out of date at once.
 *
 * @param next the cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * @param fetchedLimitPlusOne the result of a query for {@code limit + 1} rows; the extra row
   *     shows that there is a next page
   * @param key the sort key of an item, which has to end in a unique value
   */
  public static <T> Page<T> of(List<T> fetchedLimitPlusOne, int limit, Function<T, Cursor> key) {
    if (fetchedLimitPlusOne.size() <= limit) {
      return new Page<>(fetchedLimitPlusOne, null);
    }
    List<T> items = fetchedLimitPlusOne.subList(0, limit);
    return new Page<>(items, key.apply(items.get(limit - 1)).encode());
  }

  /** The same page of something else, for example of views instead of entities. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }
}
