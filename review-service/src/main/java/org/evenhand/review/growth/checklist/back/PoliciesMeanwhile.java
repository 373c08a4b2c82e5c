package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.PoliciesInForce;
import org.evenhand.review.growth.checklist.back.ChangesView.AnnouncedPolicy;
import org.evenhand.review.growth.checklist.back.ChangesView.PolicyThenAndNow;
import org.evenhand.review.policy.PolicyState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which policies took effect, or were announced, since a day, for whoever works somewhere. */
@ApplicationScoped
class PoliciesMeanwhile {

  private static final String SINCE =
      """
      select p.policy_id, p.version, p.state, p.effective_on, p.content ->> 'name' as name,
        (select max(o.version) from policy_version o
         where o.policy_id = p.policy_id and o.version < p.version and o.effective_on <= :since
           and o.state in ('EFFECTIVE', 'SUPERSEDED')) as was
      from policy_version p join assignment a on a.id = :assignment
      where (p.state = 'ANNOUNCED' or p.state = 'EFFECTIVE' and p.effective_on > :since) and %s
      order by p.effective_on, p.policy_id, p.version
      """
          .formatted(PoliciesInForce.BINDS);

  /**
   * @param then the version that was in force on that day
   */
  record Found(
      UUID policyId,
      String name,
      int version,
      PolicyState state,
      LocalDate effectiveOn,
      @Nullable Integer then) {

    PolicyThenAndNow took() {
      return new PolicyThenAndNow(
          policyId,
          name,
          then,
          version,
          effectiveOn,
          then == null ? null : path("difference?from=" + then),
          path("acknowledgements"));
    }

    AnnouncedPolicy announced() {
      return new AnnouncedPolicy(policyId, name, version, effectiveOn, path("acknowledgements"));
    }

    private String path(String what) {
      return "/v1/policies/%s/versions/%d/%s".formatted(policyId, version, what);
    }
  }

  Uni<List<Found>> since(Mutiny.Session session, UUID assignment, LocalDate since) {
    return Rows.of(session, SINCE)
        .bind("assignment", assignment)
        .bind("since", since)
        .list(
            row ->
                new Found(
                    row.uuid("policy_id"),
                    row.text("name"),
                    row.integer("version"),
                    row.constant("state", PolicyState.class),
                    row.day("effective_on"),
                    row.orNull("was", Row::integer)));
  }
}
