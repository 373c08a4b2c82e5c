package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.YearlyPublishing;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code access_audit}: what was published of a kind of opportunities and a year, once. */
@ApplicationScoped
class AuditStore {

  private static final String COUNTED =
      """
      select p.kind, p.year,
        (select count(*) from access_opportunity o where o.kind = p.kind and o.year = p.year)
          as opportunities,
        (select count(distinct o.opportunity_id) from access_part o
          where o.kind = p.kind and o.year = p.year) as incomplete,
        cast(jsonb_build_array(
          count(*) filter (where level = 1), count(*) filter (where level = 2),
          count(*) filter (where level = 3), count(*) filter (where level = 4)) as text) as reached,
        %s + row_number() over (order by p.kind) as number
      from access_person p where p.year = :year
      group by p.kind, p.year
      order by number
      """
          .formatted(YearlyPublishing.LAST_NUMBER);

  private static final String KEEP =
      """
      insert into access_audit (id, number, kind, year, opportunities, incomplete)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as a (id uuid, number int, kind text, year int, opportunities bigint, incomplete bigint)
      """;

  private static final String PUBLISHED =
      """
      select a.number, a.kind, a.year, a.opportunities, a.incomplete,
        cast(f.people as text) as reached
      from access_audit a join yearly_figure f using (number) where a.year = :year
      """;

  private static final String INCOMPLETE =
      "select distinct opportunity_id from access_part where year = :year order by 1";

  private static final String LAST_PART =
      "select max(arrived_at) as last_part from access_part where year = :year";

  private static final String FORGET =
      """
      with parts as (delete from access_part where year = :year),
        opportunities as (delete from access_opportunity where year = :year),
        jobs as (delete from access_job where year = :year)
      delete from access_person where year = :year
      """;

  /** What is counted of a year, as the audits that come next. */
  Uni<List<Audit>> counted(Mutiny.Session session, FigureYear year) {
    return read(session, COUNTED, year);
  }

  /** The opportunities of a year of which parts are missing. */
  Uni<List<UUID>> incomplete(Mutiny.Session session, FigureYear year) {
    return Rows.of(session, INCOMPLETE)
        .bind("year", year.year())
        .list(row -> row.uuid("opportunity_id"));
  }

  /** When the last part came of those that are missing others; empty where none is. */
  Uni<Optional<Instant>> lastPart(Mutiny.Session session, FigureYear year) {
    return Rows.of(session, LAST_PART)
        .bind("year", year.year())
        .one(row -> Optional.ofNullable(row.orNull("last_part", Row::instant)));
  }

  /** The published audits of a year. */
  Uni<List<Audit>> published(Mutiny.Session session, FigureYear year) {
    return read(session, PUBLISHED, year);
  }

  private static Uni<List<Audit>> read(Mutiny.Session session, String sql, FigureYear year) {
    return Rows.of(session, sql).bind("year", year.year()).list(AuditStore::audit);
  }

  private static Audit audit(Row row) {
    return new Audit(
        row.integer("number"),
        row.constant("kind", OpportunityKind.class),
        new FigureYear(YearlyRoom.ACCESS, row.integer("year")),
        row.bigint("opportunities"),
        row.bigint("incomplete"),
        LevelCounts.of(row.json("reached", long[].class)));
  }

  private record Kept(
      String id, int number, OpportunityKind kind, int year, long opportunities, long incomplete) {

    static Kept of(Audit audit) {
      return new Kept(
          audit.id().toString(),
          audit.number(),
          audit.kind(),
          audit.year().year(),
          audit.opportunities(),
          audit.incomplete());
    }
  }

  Uni<Void> keep(Mutiny.Session session, List<Audit> audits) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("rows", Json.write(audits.stream().map(Kept::of).toList()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Who came how far is forgotten, once the year is published. */
  Uni<Void> forget(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }
}
