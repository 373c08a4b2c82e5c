package org.evenhand.review.growth.mentoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads mentorings, and knows how many a mentor has and to whom they have a line. */
@ApplicationScoped
public class MentoringRepository {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String PAGE =
      """
      select m.id from mentoring m
      where m.id > :after and cast(:viewer as uuid) is not null and (%s)
      order by m.id
      """;

  /** Above or below, in any assignment and by either relationship. */
  private static final String IN_LINE =
      """
      select line.employee from reporting_line line
      where line.employee = :one and line.above = :other
         or line.employee = :other and line.above = :one
      """;

  private static final String PLACES_TAKEN =
      """
      select count(*) as taken from mentoring
      where mentor_id = :mentor and state in ('AGREED', 'ACTIVE', 'PAUSED')
      """;

  private static final String OPEN =
      """
      select id from mentoring where mentor_id = :mentor and mentee_id = :mentee
        and state in ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED')
      """;

  private static final String DECLINED =
      """
      select id from mentoring
      where mentor_id = :mentor and mentee_id = :mentee and state = 'DECLINED'
      """;

  /** Keeps others from it until the transaction ends; to be asked before it is loaded. */
  public Uni<Void> hold(Mutiny.Session session, UUID id) {
    return Rows.of(session, "select id from mentoring where id = :id for update")
        .bind("id", id)
        .run();
  }

  /** Whether the one has declined the other before: nobody is asked without end. */
  public Uni<Boolean> hasDeclined(Mutiny.Session session, UUID mentor, UUID mentee) {
    return Rows.of(session, DECLINED).bind("mentor", mentor).bind("mentee", mentee).any();
  }

  public Uni<Mentoring> get(Mutiny.Session session, UUID id) {
    return session
        .find(Mentoring.class, id)
        .map(found -> Optional.ofNullable(found).orElseThrow(MentoringRepository::unknown));
  }

  /** In the order of their ids. */
  public Uni<List<Mentoring>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Mentoring m where m.id in (:ids) order by m.id", Mentoring.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /**
   * In the order of their ids.
   *
   * @param parts which of them the viewer has in those that are asked for
   */
  public Uni<List<Mentoring>> page(
      Mutiny.Session session,
      UUID viewer,
      Collection<MentoringPart> parts,
      @Nullable UUID after,
      int limit) {
    return Rows.of(
            session,
            PAGE.formatted(
                Stream.concat(Stream.of("false"), parts.stream().map(MentoringRepository::clause))
                    .collect(Collectors.joining(" or "))))
        .bind("after", after == null ? LOWEST : after)
        .bind("viewer", viewer)
        .limit(limit)
        .list(row -> row.uuid("id"))
        .chain(ids -> byIds(session, ids));
  }

  private static String clause(MentoringPart part) {
    return switch (part) {
      case MENTOR -> "m.mentor_id = :viewer";
      case MENTEE -> "m.mentee_id = :viewer";
      case HR -> "(m.mentor_id <> :viewer and m.mentee_id <> :viewer)";
    };
  }

  public Uni<Boolean> inLine(Mutiny.Session session, UUID one, UUID other) {
    return Rows.of(session, IN_LINE).bind("one", one).bind("other", other).any();
  }

  /** Asked by whoever holds the mentor's profile, so that no two take the last place. */
  public Uni<Long> placesTaken(Mutiny.Session session, UUID mentor) {
    return Rows.of(session, PLACES_TAKEN).bind("mentor", mentor).one(row -> row.bigint("taken"));
  }

  /** Whether there is one between the two already. */
  public Uni<Boolean> isOpen(Mutiny.Session session, UUID mentor, UUID mentee) {
    return Rows.of(session, OPEN).bind("mentor", mentor).bind("mentee", mentee).any();
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such mentoring, or you may not know of it.");
  }
}
