package org.evenhand.review.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.Cursor;
import org.evenhand.kit.web.Page;
import org.evenhand.kit.web.PageRequest;
import org.evenhand.review.Versioned;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.rating.CycleKeys;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single reviews, through the same doors. */
@ApplicationScoped
class Reading {

  private final Mutiny.SessionFactory sessions;
  private final ReviewSteps steps;
  private final ReviewDoors doors;
  private final ReviewRepository reviews;
  private final ReviewViews views;
  private final CycleKeys keys;
  private final Access access;

  Reading(
      Mutiny.SessionFactory sessions,
      ReviewSteps steps,
      ReviewDoors doors,
      ReviewRepository reviews,
      ReviewViews views,
      CycleKeys keys,
      Access access) {
    this.sessions = sessions;
    this.steps = steps;
    this.doors = doors;
    this.reviews = reviews;
    this.views = views;
    this.keys = keys;
    this.access = access;
  }

  Uni<Versioned<ReviewView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> steps.turn(session, id, viewer))
                .chain(
                    turn ->
                        views
                            .of(turn)
                            .map(view -> new Versioned<>(view, turn.review().version()))));
  }

  /**
   * @param cycle key or id of the only cycle wanted
   */
  Uni<Page<ReviewSummary>> list(@Nullable String cycle, Set<Relation> relations, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    int limit = page.limit();
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        wanted(session, cycle)
                            .chain(
                                wanted ->
                                    wanted
                                        .map(
                                            filter ->
                                                doors.list(
                                                    session,
                                                    viewer,
                                                    new ReviewDoors.Filter(filter.id(), relations),
                                                    after,
                                                    limit + 1))
                                        .orElseGet(() -> Uni.createFrom().item(Map.of())))
                            .chain(seen -> summaries(session, seen, viewer)))
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id()))));
  }

  /** The cycle asked for; empty when it is unknown, and then so are its reviews. */
  private Uni<Optional<Wanted>> wanted(Mutiny.Session session, @Nullable String cycle) {
    if (cycle == null) {
      return Uni.createFrom().item(Optional.of(new Wanted(null)));
    }
    return keys.find(session, cycle).map(found -> found.map(known -> new Wanted(known.cycleId())));
  }

  private record Wanted(@Nullable UUID id) {}

  private Uni<List<ReviewSummary>> summaries(
      Mutiny.Session session, Map<UUID, Set<Relation>> seen, Viewer viewer) {
    return reviews
        .byIds(session, seen.keySet())
        .chain(
            found ->
                cyclesOf(session, found)
                    .chain(cycles -> views.summaries(session, found, cycles, seen, viewer)));
  }

  private static Uni<Map<UUID, Cycle>> cyclesOf(Mutiny.Session session, List<Review> reviews) {
    List<UUID> ids = new ArrayList<>(reviews.stream().map(Review::cycleId).distinct().toList());
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createSelectionQuery("from Cycle c where c.id in (:ids)", Cycle.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(
            cycles -> {
              Map<UUID, Cycle> byId = new HashMap<>();
              cycles.forEach(cycle -> byId.put(cycle.id(), cycle));
              return byId;
            });
  }

  /** All relations, for whoever does not ask for one. */
  static Set<Relation> anyRelation() {
    return EnumSet.allOf(Relation.class);
  }
}
