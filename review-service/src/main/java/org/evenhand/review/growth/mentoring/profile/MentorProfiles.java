package org.evenhand.review.growth.mentoring.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who offers to be a mentor, and to whom. */
@ApplicationScoped
public class MentorProfiles {

  private static final UUID LOWEST = new UUID(0, 0);

  /** {@code m}, a profile, is of somebody who is at work and has a place. */
  private static final String HAS_PLACE =
      """
      (m.employee_id in (select e.id from employee e where e.status = 'ACTIVE')
        and m.capacity > (select count(*) from mentoring t
          where t.mentor_id = m.employee_id and t.state in ('AGREED', 'ACTIVE', 'PAUSED')))
      """;

  /** {@code m} is of somebody who has left since they began to offer it. */
  static final String LEFT = Exits.since("m.employee_id", "m.status_seen");

  /** Those who work here, have a place and no line to the viewer. */
  private static final String PAGE =
      """
      select m.employee_id from mentor_profile m
      where m.employee_id > :after and cast(:today as date) is not null
        and m.skills @> cast(cast(:skills as text) as jsonb)
        and m.languages @> cast(cast(:languages as text) as jsonb)
        and %s and %s
      order by m.employee_id
      """
          .formatted(HAS_PLACE, AccessClauses.outsideOwnChain("m.employee_id"));

  /** Nobody is asked twice at a time, nor again once they have declined. */
  private static final String ASKED =
      """
      select mentor_id from mentoring
      where mentee_id = :viewer and mentor_id = any(:ids)
        and state in ('ASKED', 'AGREED', 'ACTIVE', 'PAUSED', 'DECLINED')
      """;

  /** Which are asked for. */
  record Filter(@Nullable String skill, @Nullable String language) {

    private Rows bind(Rows rows) {
      return rows.bind("skills", Json.write(Optional.ofNullable(skill).stream().toList()))
          .bind("languages", Json.write(Optional.ofNullable(language).stream().toList()));
    }
  }

  /** Asked by whoever holds the profile. */
  public Uni<Boolean> hasPlace(Mutiny.Session session, UUID person) {
    return Rows.of(
            session,
            "select m.employee_id from mentor_profile m where m.employee_id = :id and " + HAS_PLACE)
        .bind("id", person)
        .any();
  }

  public Uni<Optional<MentorProfile>> find(Mutiny.Session session, UUID person) {
    return session.find(MentorProfile.class, person).map(Optional::ofNullable);
  }

  /** As {@link #find}, of somebody who has left since. */
  Uni<Optional<MentorProfile>> left(Mutiny.Session session, UUID person) {
    return Rows.of(
            session,
            "select m.employee_id from mentor_profile m where m.employee_id = :id and " + LEFT)
        .bind("id", person)
        .any()
        .chain(
            left ->
                left
                    ? find(session, person)
                    : Uni.createFrom().item(Optional::<MentorProfile>empty));
  }

  /** Keeps others from it until the transaction ends; to be asked before it is loaded. */
  public Uni<Void> hold(Mutiny.Session session, UUID person) {
    return Rows.of(
            session, "select employee_id from mentor_profile where employee_id = :id for update")
        .bind("id", person)
        .run();
  }

  /** Which of these the viewer has asked already. */
  Uni<Set<UUID>> asked(Mutiny.Session session, Viewer viewer, Collection<UUID> mentors) {
    return Rows.of(session, ASKED)
        .bind("viewer", viewer.employeeId())
        .bind("ids", mentors.toArray(UUID[]::new))
        .list(row -> row.uuid("mentor_id"))
        .map(Set::copyOf);
  }

  /** In the order of the ids of mentors. */
  Uni<List<MentorProfile>> page(
      Mutiny.Session session, Viewer viewer, Filter filter, Optional<UUID> after, int limit) {
    return filter
        .bind(viewer.bind(Rows.of(session, PAGE)).bind("after", after.orElse(LOWEST)).limit(limit))
        .list(row -> row.uuid("employee_id"))
        .chain(ids -> byIds(session, ids));
  }

  private static Uni<List<MentorProfile>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from MentorProfile m where m.employeeId in (:ids) order by m.employeeId",
                MentorProfile.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
