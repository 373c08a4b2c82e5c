package org.evenhand.review.growth.remediation.exception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.remediation.GateReview;
import org.evenhand.review.growth.remediation.access.RemediationAccess;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what hr-lead let pass, also when the plan is put otherwise later. Whoever leads or
 * accompanies the person isn't told by it, as an auditor either, that they have objected.
 */
@ApplicationScoped
public class RemediationExceptions {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String KEEP =
      """
      insert into remediation_exception (id, plan_id, allowed_by, reason, allowed_at)
      values (:id, :plan, :by, :reason, :at) returning id
      """;

  private static final String PAGE =
      """
      select x.id, x.plan_id, x.allowed_by, x.reason, x.allowed_at
      from remediation_exception x join remediation_plan p on p.id = x.plan_id
      where x.id > :after and cast(:today as date) is not null
        and p.manager_id is distinct from :viewer
        and cast(p.companion ->> 'employeeId' as uuid) is distinct from :viewer
        and %s and %s
      order by x.id
      """
          .formatted(
              RemediationAccess.onNoSide(":viewer"),
              AccessClauses.outsideOwnChain("p.employee_id"));

  private final Mutiny.SessionFactory sessions;
  private final Access access;

  RemediationExceptions(Mutiny.SessionFactory sessions, Access access) {
    this.sessions = sessions;
    this.access = access;
  }

  /** Keeps why it passed; nothing where there was nothing to say. */
  public Uni<Void> keep(RemediationContext context, GateReview review) {
    String reason = review.exception();
    return reason == null
        ? Uni.createFrom().voidItem()
        : Rows.of(context.session(), KEEP)
            .bind("id", Ids.next())
            .bind("plan", context.plan().id())
            .bind("by", review.by())
            .bind("reason", reason)
            .bind("at", review.at().atOffset(ZoneOffset.UTC))
            .run();
  }

  Uni<Page<RemediationExceptionView>> list(PageRequest page) {
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(LOWEST);
    return sessions
        .withTransaction(
            session ->
                access
                    .viewer(session)
                    .chain(
                        viewer ->
                            viewer
                                .bind(Rows.of(session, PAGE))
                                .bind("after", after)
                                .limit(page.limit() + 1)
                                .list(RemediationExceptions::view)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private static RemediationExceptionView view(Row row) {
    return new RemediationExceptionView(
        row.uuid("id"),
        row.uuid("plan_id"),
        Names.WITHHELD.of(row.uuid("allowed_by")),
        row.text("reason"),
        row.instant("allowed_at"));
  }
}
