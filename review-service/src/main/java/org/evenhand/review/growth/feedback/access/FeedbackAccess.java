package org.evenhand.review.growth.feedback.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.FeedbackState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which feedback, as one clause per relation. A list and a single one are read through the
 * same clauses, so that they cannot disagree. Whoever leads a recipient has no part in it unless it
 * was opened to them, and HR none unless a recipient shows it or it is public.
 */
@ApplicationScoped
public class FeedbackAccess {

  /**
   * Which of the visible feedback is asked for. What is hidden is in no list but that of what is
   * hidden.
   *
   * @param review what its reviewee was given in its rated period
   */
  public record Filter(
      @Nullable UUID review, @Nullable FeedbackRelation relation, @Nullable FeedbackState state) {}

  private final RatedTimes times;

  FeedbackAccess(RatedTimes times) {
    this.times = times;
  }

  /** The relations of the viewer to feedback; what they may not know of is absent. */
  public Uni<Map<UUID, Set<FeedbackRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids, Instant now) {
    Map<FeedbackRelation, String> doors = FeedbackDoors.of(viewer);
    String any = "(" + String.join(" or ", doors.values()) + ")";
    return read(
        bind(Rows.of(session, select(doors) + any + " and f.id = any(:ids)"), viewer, now)
            .bind("ids", ids.toArray(UUID[]::new)),
        doors.keySet());
  }

  /** Visible feedback in the order of its ids, with the relations to each. */
  public Uni<Map<UUID, Set<FeedbackRelation>>> list(
      Mutiny.Session session,
      Viewer viewer,
      Instant now,
      Filter filter,
      @Nullable UUID after,
      int limit) {
    return filter.review() == null
        ? list(session, viewer, now, new FeedbackPage(filter, null, after, limit))
        : times
            .of(session, viewer, filter.review())
            .chain(
                found ->
                    found
                        .map(time -> new FeedbackPage(filter, time, after, limit))
                        .map(page -> list(session, viewer, now, page))
                        .orElseGet(() -> Uni.createFrom().item(Map.of())));
  }

  private static Uni<Map<UUID, Set<FeedbackRelation>>> list(
      Mutiny.Session session, Viewer viewer, Instant now, FeedbackPage page) {
    Map<FeedbackRelation, String> doors = FeedbackDoors.of(viewer);
    Map<FeedbackRelation, String> wanted = new EnumMap<>(doors);
    FeedbackRelation relation = page.filter().relation();
    if (relation != null) {
      wanted.keySet().retainAll(EnumSet.of(relation));
    }
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Rows rows = Rows.of(session, page.sql(select(doors), wanted));
    return read(page.bind(bind(rows, viewer, now)), doors.keySet());
  }

  /** All parameters are read in every case, whichever doors a role opens. */
  private static String select(Map<FeedbackRelation, String> doors) {
    return "select f.id, %s from feedback f where cast(:today as date) is not null and "
        .formatted(
            doors.entrySet().stream()
                .map(door -> "%s as \"%s\"".formatted(door.getValue(), door.getKey()))
                .collect(Collectors.joining(", ")));
  }

  private static Rows bind(Rows rows, Viewer viewer, Instant now) {
    return viewer.bind(rows).bind("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Uni<Map<UUID, Set<FeedbackRelation>>> read(
      Rows rows, Collection<FeedbackRelation> doors) {
    return rows.list(row -> Map.entry(row.uuid("id"), relations(row, doors)))
        .map(
            entries -> {
              Map<UUID, Set<FeedbackRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static Set<FeedbackRelation> relations(Row row, Collection<FeedbackRelation> doors) {
    return doors.stream()
        .filter(door -> row.flag(door.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeedbackRelation.class)));
  }
}
