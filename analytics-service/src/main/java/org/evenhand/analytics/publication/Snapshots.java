package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.disclosure.AppealOutcome;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code demographics.snapshot}: where each review counted in which editions. What persons
 * have declared leaves the database by profile only, never by review.
 */
@ApplicationScoped
class Snapshots {

  // A row goes on from edition to edition while nothing of it changes. Without the offset, the
  // planner loses the row on its way into the function.
  private static final String TAKE =
      """
      with present as materialized (
        select (each.f).review_id, (each.f).employee_id, s.dimension, s.value, s.before, s.after
        from (
          select f from rating_fact f
          where f.cycle_id = :cycle and f.scale_size = :size
            and f.favourable_from = :favourableFrom
          offset 0) each
        cross join lateral shares_of(each.f) s
        where s.dimension in (:dimensions) and (s.before is not null or s.after is not null)
      ), ended as (
        update demographics.snapshot past set last_edition = cast(:edition as int) - 1
        where past.cycle_id = :cycle and past.last_edition is null
          and not exists (
            select 1 from present p
            where p.review_id = past.review_id and p.dimension = past.dimension
              and p.value = past.value
              and (p.before, p.after) is not distinct from (past.before, past.after))
      )
      insert into demographics.snapshot
        (cycle_id, dimension, review_id, employee_id, value, before, after, first_edition)
      select :cycle, p.dimension, p.review_id, p.employee_id, p.value, p.before, p.after, :edition
      from present p
      where not exists (
        select 1 from demographics.snapshot past
        where past.cycle_id = :cycle and past.last_edition is null
          and past.review_id = p.review_id and past.dimension = p.dimension
          and past.value = p.value
          and (p.before, p.after) is not distinct from (past.before, past.after))
      """;

  // A whole year may have come since these tables were looked at: the planner has to know.
  private static final String ANALYZE = "analyze rating_fact, demographics.snapshot";

  // Which appeal was whose is lost where somebody has declared otherwise since: they count as
  // before,
  // and as not having appealed.
  private static final String PROFILES =
      """
      select path, outcome, count(*) as people
      from (
        select cast(jsonb_agg(
                 jsonb_build_object('first', s.first_edition, 'last', s.last_edition,
                                    'value', s.value, 'before', s.before, 'after', s.after)
                 order by s.first_edition) as text) as path,
          coalesce(min(appealed.outcome), 'NOT_APPEALED') as outcome
        from demographics.snapshot s
        left join (
          select review_id,
            case when bool_or(state = 'RATING_CHANGED') then 'CHANGED'
                 when bool_or(admitted) then 'UNCHANGED'
                 else 'NOT_ADMITTED' end as outcome
          from appeal_told
          where cycle_id = :cycle
            and filed_at <= (select max(published_at) from edition where cycle_id = :cycle)
          group by review_id) appealed on appealed.review_id = s.review_id
        where s.cycle_id = :cycle and s.dimension = :dimension
        group by s.review_id) each
      group by path, outcome
      order by path, outcome
      """;

  /** Keeps where everybody counts in this edition. */
  Uni<Void> take(
      Mutiny.Session session, Cycle cycle, Edition edition, Collection<String> dimensions) {
    return session
        .createNativeQuery(ANALYZE)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(TAKE)
                    .setParameter("cycle", cycle.id())
                    .setParameter("edition", edition.number())
                    .setParameter("size", edition.scale().size())
                    .setParameter("favourableFrom", edition.scale().favourableFrom())
                    .setParameter("dimensions", dimensions)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Everybody who counts in one of these figures of a dimension, alike ones together. */
  Uni<List<Profile>> profiles(
      Mutiny.Session session, Cycle cycle, String dimension, List<FigureKey> figures) {
    return Rows.of(session, PROFILES)
        .bind("cycle", cycle.id())
        .bind("dimension", dimension)
        .list(Alike::of)
        .map(rows -> profiles(rows, figures));
  }

  /** People with the same path through the editions, whose results fared alike with appeals. */
  private record Alike(List<Stay> path, AppealOutcome outcome, long people) {

    static Alike of(Row row) {
      return new Alike(
          List.of(row.json("path", Stay[].class)),
          row.constant("outcome", AppealOutcome.class),
          row.bigint("people"));
    }

    Optional<Place> place(FigureKey key) {
      Optional<Place> counted =
          path.stream()
              .filter(stay -> stay.isIn(key.edition()))
              .findFirst()
              .flatMap(stay -> stay.place(key.phase()));
      return key.ofAppeals()
          ? counted.map(place -> new Place(place.group(), outcome.level()))
          : counted;
    }
  }

  private static List<Profile> profiles(List<Alike> rows, List<FigureKey> figures) {
    Map<List<Optional<Place>>, Long> people = new HashMap<>();
    for (Alike alike : rows) {
      List<Optional<Place>> places = figures.stream().map(alike::place).toList();
      if (places.stream().anyMatch(Optional::isPresent)) {
        people.merge(places, alike.people(), Long::sum);
      }
    }
    List<Profile> profiles = new ArrayList<>();
    people.forEach((places, number) -> profiles.add(new Profile(places, number)));
    return profiles;
  }

  /** Where somebody counts from one edition to another; of the last one it is not known yet. */
  private record Stay(
      int first,
      @Nullable Integer last,
      String value,
      @Nullable Integer before,
      @Nullable Integer after) {

    boolean isIn(int edition) {
      return first <= edition && (last == null || edition <= last);
    }

    Optional<Place> place(Phase phase) {
      return Optional.ofNullable(phase == Phase.BEFORE ? before : after)
          .map(level -> new Place(value, level));
    }
  }
}
