package org.evenhand.review.growth.circle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads circles, and knows who has a line to whom. */
@ApplicationScoped
public class CircleRepository {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String OF_MEMBER =
      """
      c.members @> jsonb_build_array(
        jsonb_build_object('employeeId', cast(cast(:viewer as uuid) as text)))
      """;

  private static final String PAGE =
      """
      select c.id from coaching_circle c
      where c.id > :after and (%s)
      order by c.id
      """;

  /** {@code m}, a member, has left since they were asked. */
  public static final String LEFT = Exits.since("m.\"employeeId\"", "m.\"statusSeen\"");

  private static final String GONE =
      """
      select m."employeeId" as gone
      from coaching_circle c
      cross join jsonb_to_recordset(c.members) as m("employeeId" uuid, "statusSeen" bigint)
      where c.id = :circle and %s
      """
          .formatted(LEFT);

  private static final String IN_LINE =
      """
      select distinct line.employee, line.above from reporting_line line
      where line.relationship = 'LINE'
        and line.employee = any(:people) and line.above = any(:people)
      """;

  /** Of two people the one above the other, directly or not. */
  public record Line(UUID employee, UUID above) {

    /** Whether it is between this person and one of the others. */
    public boolean isOf(UUID person, Collection<UUID> others) {
      return person.equals(employee) && others.contains(above)
          || person.equals(above) && others.contains(employee);
    }
  }

  public Uni<CoachingCircle> get(Mutiny.Session session, UUID id) {
    return session
        .find(CoachingCircle.class, id)
        .map(found -> Optional.ofNullable(found).orElseThrow(CircleRepository::unknown));
  }

  public Uni<List<CoachingCircle>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from CoachingCircle c where c.id in (:ids) order by c.id", CoachingCircle.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /**
   * In the order of their ids.
   *
   * @param all or those of the viewer alone
   */
  public Uni<List<CoachingCircle>> page(
      Mutiny.Session session, UUID viewer, boolean all, @Nullable UUID after, int limit) {
    Rows rows =
        Rows.of(session, PAGE.formatted(all ? "true" : OF_MEMBER))
            .bind("after", after == null ? LOWEST : after)
            .limit(limit);
    return (all ? rows : rows.bind("viewer", viewer))
        .list(row -> row.uuid("id"))
        .chain(ids -> byIds(session, ids));
  }

  /** Who have left since they were asked; who is back may be asked anew. */
  public Uni<Set<UUID>> left(Mutiny.Session session, UUID circle) {
    return Rows.of(session, GONE)
        .bind("circle", circle)
        .list(row -> row.uuid("gone"))
        .map(Set::copyOf);
  }

  public Uni<List<Line>> lines(Mutiny.Session session, Set<UUID> people) {
    return Rows.of(session, IN_LINE)
        .bind("people", people.toArray(UUID[]::new))
        .list(row -> new Line(row.uuid("employee"), row.uuid("above")));
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such circle, or you may not know of it.");
  }
}
