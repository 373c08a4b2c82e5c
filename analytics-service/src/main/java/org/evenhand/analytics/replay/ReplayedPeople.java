package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Those who count in an edition, by what was told of them. What somebody has declared leaves the
 * database in counts alone. Who has declared otherwise since counts as then: no replay finds their
 * review, and they are told as most of their block are.
 */
final class ReplayedPeople {

  private static final String AMONG_THEM =
      """
      s.cycle_id = :cycle and s.dimension = :dimension and s.before is not null
        and s.first_edition <= :edition and coalesce(s.last_edition, :edition) >= :edition
      """;

  private static final String COUNT =
      """
      select s.value, s.before, s.replayed, o.level, count(*) as people
      from demographics.snapshot s
      left join told_outcome o on o.telling_id = :telling and o.review_id = s.review_id
      where %s
      group by 1, 2, 3, 4
      """
          .formatted(AMONG_THEM);

  private static final String KEEP =
      """
      with told as materialized (
        select s.review_id, s.first_edition, t.after
        from demographics.snapshot s
        left join told_outcome o on o.telling_id = :telling and o.review_id = s.review_id
        join jsonb_to_recordset(cast(cast(:told as text) as jsonb))
          as t (value text, before smallint, path text, level smallint, after text)
          on t.value = s.value and t.before = s.before and t.path = s.replayed
            and t.level is not distinct from o.level
        where %s
      )
      update demographics.snapshot s set replayed = told.after
      from told
      where s.cycle_id = :cycle and s.dimension = :dimension and s.review_id = told.review_id
        and s.first_edition = told.first_edition
      """
          .formatted(AMONG_THEM);

  private final Telling telling;
  private final Edition edition;
  private final String dimension;

  ReplayedPeople(Telling telling, Edition edition, String dimension) {
    this.telling = telling;
    this.edition = edition;
    this.dimension = dimension;
  }

  Uni<List<Counted>> counted(Mutiny.Session session) {
    return Rows.of(session, COUNT)
        .bind("telling", telling.id())
        .bind("cycle", telling.cycleId())
        .bind("dimension", dimension)
        .bind("edition", edition.number())
        .list(ReplayedPeople::counted);
  }

  private static Counted counted(Row row) {
    return new Counted(
        row.text("value"),
        row.integer("before"),
        row.text("replayed"),
        row.orNull("level", Row::integer),
        row.bigint("people"));
  }

  private record Kept(
      String value, int before, String path, @Nullable Integer level, String after) {

    static Kept of(Told told) {
      return new Kept(told.value(), told.before(), told.path(), told.level(), told.after());
    }
  }

  /** Later replays of the cycle go by it. */
  Uni<Void> keep(Mutiny.Session session, List<Told> told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("telling", telling.id())
        .setParameter("cycle", telling.cycleId())
        .setParameter("dimension", dimension)
        .setParameter("edition", edition.number())
        .setParameter("told", Json.write(told.stream().map(Kept::of).toList()))
        .executeUpdate()
        .replaceWithVoid();
  }
}
