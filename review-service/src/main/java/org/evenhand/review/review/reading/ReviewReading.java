package org.evenhand.review.review.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.rating.CycleKeys;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewAccess;
import org.evenhand.review.review.access.ReviewAccess.Filter;
import org.evenhand.review.review.access.ReviewContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single reviews, through the same doors. */
@ApplicationScoped
public class ReviewReading {

  private final Mutiny.SessionFactory sessions;
  private final ReviewContexts contexts;
  private final ReviewAccess doors;
  private final ReviewRepository reviews;
  private final ReviewViews views;
  private final CycleRepository cycles;
  private final CycleKeys keys;
  private final Access access;

  ReviewReading(
      Mutiny.SessionFactory sessions,
      ReviewContexts contexts,
      ReviewAccess doors,
      ReviewRepository reviews,
      ReviewViews views,
      CycleRepository cycles,
      CycleKeys keys,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.reviews = reviews;
    this.views = views;
    this.cycles = cycles;
    this.keys = keys;
    this.access = access;
  }

  public Uni<Versioned<ReviewView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views
                            .of(context)
                            .map(view -> new Versioned<>(context.review().version(), view))));
  }

  /**
   * What a list is to hold.
   *
   * @param cycle key or id of the only cycle wanted
   */
  private record Wanted(
      @Nullable String cycle, Set<Relation> relations, @Nullable UUID after, int limit) {}

  /**
   * @param cycle key or id of the only cycle wanted
   */
  public Uni<Page<ReviewSummary>> list(
      @Nullable String cycle, Set<Relation> relations, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    Wanted wanted = new Wanted(cycle, relations, after, page.limit() + 1);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            seen(session, viewer, wanted)
                                .chain(seen -> summaries(session, viewer, seen))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<Map<UUID, Set<Relation>>> seen(Mutiny.Session session, Viewer viewer, Wanted wanted) {
    return filter(session, wanted)
        .chain(
            known ->
                known
                    .map(
                        filter ->
                            doors.list(session, viewer, filter, wanted.after(), wanted.limit()))
                    .orElseGet(() -> Uni.createFrom().item(Map.of())));
  }

  /** Empty when the cycle asked for is unknown, and then so are its reviews. */
  private Uni<Optional<Filter>> filter(Mutiny.Session session, Wanted wanted) {
    if (wanted.cycle() == null) {
      return Uni.createFrom().item(Optional.of(new Filter(null, wanted.relations())));
    }
    return keys.find(session, wanted.cycle())
        .map(found -> found.map(known -> new Filter(known.cycleId(), wanted.relations())));
  }

  private Uni<List<ReviewSummary>> summaries(
      Mutiny.Session session, Viewer viewer, Map<UUID, Set<Relation>> seen) {
    return reviews
        .byIds(session, seen.keySet())
        .chain(
            found ->
                cyclesOf(session, found)
                    .chain(cycles -> views.summaries(session, found, cycles, seen, viewer)));
  }

  private Uni<Map<UUID, Cycle>> cyclesOf(Mutiny.Session session, List<Review> reviews) {
    return cycles
        .byIds(session, reviews.stream().map(Review::cycleId).distinct().toList())
        .map(found -> found.stream().collect(Collectors.toMap(Cycle::id, Function.identity())));
  }

  /** All relations, for whoever does not ask for one. */
  public static Set<Relation> anyRelation() {
    return EnumSet.allOf(Relation.class);
  }
}
