package org.evenhand.policy.duty;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Revisits;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.policy.consultation.Comments;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.reading.OpenActions;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the versions of policies ask of people. */
@Singleton
class VersionDuties implements DutyRule {

  private final PolicyRepository policies;
  private final People people;
  private final Revisits revisits;
  private final Clock clock;

  VersionDuties(PolicyRepository policies, People people, Revisits revisits, Clock clock) {
    this.policies = policies;
    this.people = people;
    this.revisits = revisits;
    this.clock = clock;
  }

  @Override
  public String aggregateType() {
    return PolicyEvents.AGGREGATE;
  }

  @Override
  public List<PolicyDuty> kinds() {
    return List.of(
        PolicyDuty.SIGN_OFF_OPENING,
        PolicyDuty.SIGN_OFF,
        PolicyDuty.ANNOUNCEMENT,
        PolicyDuty.ENDING_COUNTERSIGNATURE);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("policy", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return policies
        .versionsOf(session, ids)
        .chain(
            versions ->
                people
                    .workLocations(session, signers(versions))
                    .map(
                        places ->
                            versions.stream()
                                .flatMap(version -> new DutiesOfVersion(version, places).owed())
                                .toList()));
  }

  private static Set<UUID> signers(List<PolicyVersion> versions) {
    return versions.stream()
        .flatMap(version -> version.signOff().current().stream())
        .flatMap(round -> round.managers().stream())
        .collect(toSet());
  }

  /**
   * Comments that a withdrawn version leaves unanswered wait for nobody any more. Only the latest
   * version can have been withdrawn just now.
   */
  @Override
  public Uni<Void> cascade(Mutiny.Session session, Collection<UUID> ids) {
    return policies
        .withdrawn(session, ids)
        .chain(
            versions ->
                Multi.createFrom()
                    .iterable(versions)
                    .onItem()
                    .transformToUniAndConcatenate(
                        version -> revisits.ask(session, Comments.AGGREGATE, version))
                    .collect()
                    .last());
  }

  /** Whoever proposed doesn't sign again, and who has signed has signed. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    Actor actor = new Actor(worker.person(), worker.roles());
    return policies
        .versionsOf(session, subjects)
        .map(
            versions ->
                versions.stream()
                    .collect(
                        groupingBy(
                            PolicyVersion::policyId,
                            flatMapping(
                                version ->
                                    OpenActions.of(version, actor, clock.instant(), Set.of())
                                        .stream(),
                                toSet()))));
  }
}
