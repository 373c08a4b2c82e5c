package org.evenhand.review.directory.orgimport;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Refuses a file that would end unusually many employments: a broken export looks just like that,
 * and leavers can't be called back. An hr-lead, a person other than the sending system, can permit
 * one such file.
 */
@ApplicationScoped
class DeactivationGuard {

  private final DirectorySettings settings;
  private final Clock clock;

  DeactivationGuard(DirectorySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Lets a file pass that needs no permit, or for which there is one; that one is used up by it, in
   * the same transaction, unless the file is a dry run.
   *
   * @throws Problem MASS_DEACTIVATION for the whole file
   */
  Uni<Void> check(Mutiny.Session session, StagedImport sent) {
    return leavers(sent)
        .chain(
            leavers ->
                leavers.tooMany(settings)
                    ? use(session, sent, leavers.count())
                        .invoke(
                            permits -> {
                              if (permits == 0) {
                                throw refusal(leavers);
                              }
                            })
                        .replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  Uni<DeactivationPermit> permit(Mutiny.Session session, int atMost, UUID by) {
    DeactivationPermit permit =
        new DeactivationPermit(Ids.next(), atMost, clock.instant().plus(settings.permitLifetime()));
    return session
        .createNativeQuery(
            """
            insert into deactivation_permit (id, at_most, granted_by, granted_at, expires_at)
            values (:id, :atMost, :by, :now, :expires)
            """)
        .setParameter("id", permit.id())
        .setParameter("atMost", atMost)
        .setParameter("by", by)
        .setParameter("now", now())
        .setParameter("expires", permit.expiresAt().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWith(permit);
  }

  private static Uni<Leavers> leavers(StagedImport sent) {
    return sent.select(
            """
            select (select count(distinct external_id)
                    from org_import_plan join staged using (row)
                    where import_id = :import and not refused
                      and action = 'TERMINATE' and outcome = 'CHANGED') as leaving,
                   (select count(*) from employee where status <> 'TERMINATED') as staff
            """)
        .one(row -> new Leavers(row.bigint("leaving"), row.bigint("staff")));
  }

  /** Of the permits that can be used now, the tightest. */
  private Uni<Integer> use(Mutiny.Session session, StagedImport sent, long count) {
    return session
        .createNativeQuery(
            """
            update deactivation_permit
            set used_by = case when not :dryRun then cast(:import as uuid) end
            where id = (select id from deactivation_permit
                        where used_by is null and at_most >= :count and expires_at > :now
                        order by at_most, expires_at, id limit 1 for update)
            """)
        .setParameter("import", sent.id())
        .setParameter("dryRun", sent.dryRun())
        .setParameter("count", count)
        .setParameter("now", now())
        .executeUpdate();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Problem refusal(Leavers leavers) {
    return Problem.of(
        ReviewProblem.MASS_DEACTIVATION,
        ("The file ends the employment of %d of %d people. Nothing of it was applied. If that is"
                + " meant, an hr-lead permits it, then send it again.")
            .formatted(leavers.count(), leavers.staff()));
  }

  private record Leavers(long count, long staff) {

    boolean tooMany(DirectorySettings settings) {
      return count > settings.deactivationLeast() && count > settings.deactivationShare() * staff;
    }
  }
}
