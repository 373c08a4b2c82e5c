package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads duties on until there are as many as are wanted that their reader may know of: what is
 * hidden from them takes no room in a page, and no cursor stands on it.
 *
 * @param read so many after a position, in their order
 * @param shown what the reader may know of
 */
record FullPages<T>(
    BiFunction<TaskPosition, Integer, Uni<List<Duty>>> read,
    Function<List<Duty>, Uni<List<T>>> shown) {

  /** However few are still missing: a row at a time would be slow where many are hidden. */
  private static final int LEAST = 50;

  Uni<List<T>> after(TaskPosition position, int wanted) {
    int rows = Math.max(wanted, LEAST);
    return read.apply(position, rows)
        .chain(
            found ->
                shown
                    .apply(found)
                    .chain(
                        seen ->
                            found.size() < rows || seen.size() >= wanted
                                ? Uni.createFrom().item(seen.stream().limit(wanted).toList())
                                : goOn(found, seen, wanted - seen.size())));
  }

  private Uni<List<T>> goOn(List<Duty> found, List<T> seen, int missing) {
    return after(TaskPosition.of(found.get(found.size() - 1)), missing)
        .map(more -> Stream.concat(seen.stream(), more.stream()).toList());
  }
}
