package org.evenhand.gateway.feed;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param caller who asks
 * @param cursorParameter where the cursor stands, for what is said of it
 */
record EventsQuery(
    String caller,
    Selection selection,
    Optional<Cursor> after,
    String cursorParameter,
    PageSize size) {

  private static final String AFTER = "after";
  private static final String TYPES = "types";
  private static final String LIMIT = "limit";

  /** What an EventSource sends when it connects again, at the address as it was. */
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /**
   * @throws Problem INVALID_PARAMETER
   */
  static EventsQuery ofPage(String caller, RoutingContext routing, PublicTopics topics) {
    MultiMap given = known(routing, Set.of(AFTER, TYPES, LIMIT));
    return of(caller, given, topics, AFTER, given.get(AFTER), size(given.get(LIMIT)));
  }

  /**
   * The header counts more than {@code after}: it is the later one.
   *
   * @throws Problem INVALID_PARAMETER
   */
  static EventsQuery ofStream(String caller, RoutingContext routing, PublicTopics topics) {
    MultiMap given = known(routing, Set.of(AFTER, TYPES));
    String last = routing.request().getHeader(LAST_EVENT_ID);
    return last == null || last.isEmpty()
        ? of(caller, given, topics, AFTER, given.get(AFTER), PageSize.OF_STREAM)
        : of(caller, given, topics, LAST_EVENT_ID, last, PageSize.OF_STREAM);
  }

  private static EventsQuery of(
      String caller,
      MultiMap given,
      PublicTopics topics,
      String cursorParameter,
      @Nullable String cursor,
      PageSize size) {
    Selection selection = given.contains(TYPES) ? topics.of(given.get(TYPES)) : topics.everything();
    Optional<Cursor> after =
        Optional.ofNullable(cursor).map(text -> Cursor.decode(text, cursorParameter));
    return new EventsQuery(caller, selection, after, cursorParameter, size);
  }

  /** Each of them once at most. */
  private static MultiMap known(RoutingContext routing, Set<String> names) {
    MultiMap given = routing.queryParams();
    SortedMap<String, Boolean> known = new TreeMap<>();
    names.forEach(name -> known.put(name, false));
    QueryParameters.require(
        given.names().stream().collect(Collectors.toMap(Function.identity(), given::getAll)),
        known);
    return given;
  }

  private static PageSize size(@Nullable String limit) {
    if (limit == null) {
      return PageSize.USUAL;
    }
    if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= PageSize.GREATEST_LIMIT) {
      return PageSize.USUAL.with(Integer.parseInt(limit));
    }
    throw Problem.of(CommonProblem.INVALID_PARAMETER, "The limit is not valid.")
        .with(
            RANGE.parameter(LIMIT, "must be a whole number from 1 to " + PageSize.GREATEST_LIMIT));
  }
}
