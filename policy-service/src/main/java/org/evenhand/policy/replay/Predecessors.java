package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.content.Scope;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** What bound the people of a draft before it: its own policy, and others of an earlier time. */
@ApplicationScoped
public class Predecessors {

  /**
   * All that were ever in force: who narrows a policy or ends it has still bound those people.
   * Those in force come first, then the one that ended last.
   */
  private static final String IN_FORCE =
      """
      select id, policy_id, cast(scope as text) as scope
      from policy_version
      where state in ('EFFECTIVE', 'SUPERSEDED', 'RETIRED')
      order by state <> 'EFFECTIVE', cast(ending ->> 'at' as timestamptz) desc, policy_id <> :own,
        policy_id, number desc
      """;

  private final PolicyRepository policies;

  Predecessors(PolicyRepository policies) {
    this.policies = policies;
  }

  private record Bound(UUID id, UUID policyId, Scope scope) {
    static Bound of(Row row) {
      return new Bound(row.uuid("id"), row.uuid("policy_id"), row.json("scope", Scope.class));
    }
  }

  /** The other policies that have bound some of the people of a draft, whenever that was. */
  public Uni<Set<UUID>> others(Mutiny.Session session, PolicyVersion draft) {
    return bound(session, draft)
        .map(
            bound ->
                bound.stream()
                    .filter(each -> !each.policyId().equals(draft.policyId()))
                    .filter(each -> each.scope().overlaps(draft.scope()))
                    .map(Bound::policyId)
                    .collect(Collectors.toSet()));
  }

  /**
   * The versions by which the people of a draft were bound last, of its own policy or another: each
   * that has bound some of them whom no later one bound.
   */
  Uni<List<PolicyVersion>> last(Mutiny.Session session, PolicyVersion draft) {
    return bound(session, draft)
        .map(bound -> last(bound, draft))
        .chain(
            ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : policies.byIds(session, ids));
  }

  private static List<UUID> last(List<Bound> latestFirst, PolicyVersion draft) {
    List<Bound> last = new ArrayList<>();
    for (Bound each : latestFirst) {
      if (bindsFurther(each.scope(), last, draft)) {
        last.add(each);
      }
    }
    return last.stream().map(Bound::id).toList();
  }

  /** Whether it bound people of the draft whom none of the later ones bound. */
  private static boolean bindsFurther(Scope scope, List<Bound> later, PolicyVersion draft) {
    return scope.overlaps(draft.scope())
        && later.stream().noneMatch(each -> each.scope().covers(scope.sharedWith(draft.scope())));
  }

  private static Uni<List<Bound>> bound(Mutiny.Session session, PolicyVersion draft) {
    return Rows.of(session, IN_FORCE).bind("own", draft.policyId()).list(Bound::of);
  }
}
