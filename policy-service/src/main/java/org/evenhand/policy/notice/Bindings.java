package org.evenhand.policy.notice;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.Scope;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionLifecycle;
import org.evenhand.policy.version.VersionState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One binding policy per person and date. Announced versions count from the announcement on: people
 * have been told, so no other policy may promise them something different. The check and the
 * announcement share a lock of all announcements; otherwise two could pass the check at the same
 * moment.
 */
@ApplicationScoped
public class Bindings {

  /** Any number that no other advisory lock of this database uses. */
  private static final long ANNOUNCEMENTS = 0x45564e504f4c4943L;

  /**
   * @throws Problem 409 naming every policy that binds some of the same people
   */
  public Uni<Void> requireFree(Mutiny.Session session, PolicyVersion version) {
    return Rows.unflushed(session, "select cast(pg_advisory_xact_lock(:lock) as text)")
        .bind("lock", ANNOUNCEMENTS)
        .run()
        .chain(() -> others(session, version))
        .invoke(others -> refuseOverlap(version.scope(), others))
        .replaceWithVoid();
  }

  private static Uni<List<Binding>> others(Mutiny.Session session, PolicyVersion version) {
    return session
        .createSelectionQuery(
            "select new org.evenhand.policy.notice.Binding(v.policyId, v.number, v.name, v.scope)"
                + " from PolicyVersion v where v.policyId <> :policy and v.state in :binding"
                + " order by v.policyId, v.number",
            Binding.class)
        .setParameter("policy", version.policyId())
        .setParameter("binding", List.of(VersionState.ANNOUNCED, VersionState.EFFECTIVE))
        .getResultList();
  }

  private static void refuseOverlap(Scope scope, List<Binding> others) {
    List<Violation> taken =
        others.stream()
            .filter(other -> other.scope().overlaps(scope))
            .map(
                other ->
                    NOT_ALLOWED.at(
                        "/scope",
                        "version %d of policy %s (%s) binds some of the same people"
                            .formatted(other.version(), other.policyId(), other.name())))
            .toList();
    if (!taken.isEmpty()) {
      throw Problem.of(PolicyProblem.SCOPE_TAKEN, "A person has one binding policy at a time.")
          .with(taken)
          .allowing(
              VersionLifecycle.OF_VERSIONS.operationsBut(
                  VersionState.APPROVED, Transition.ANNOUNCEMENT.operation()));
    }
  }
}
