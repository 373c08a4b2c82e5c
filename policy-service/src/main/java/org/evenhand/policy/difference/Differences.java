package org.evenhand.policy.difference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** Compares versions that the reader may see. */
@ApplicationScoped
public class Differences {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository policies;
  private final People people;

  public Differences(Mutiny.SessionFactory sessions, PolicyRepository policies, People people) {
    this.sessions = sessions;
    this.policies = policies;
    this.people = people;
  }

  public Uni<DifferenceView> between(UUID policyId, int from, int to) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        content(session, policyId, from, reader.hr())
                            .chain(
                                before ->
                                    content(session, policyId, to, reader.hr())
                                        .map(after -> Difference.between(before, after))))
                .map(changes -> DifferenceView.of(policyId, from, to, changes)));
  }

  private Uni<PolicyContent> content(
      Mutiny.Session session, UUID policyId, int version, boolean hr) {
    return policies
        .version(session, new VersionAddress(policyId, version), hr)
        .map(PolicyVersion::content);
  }
}
