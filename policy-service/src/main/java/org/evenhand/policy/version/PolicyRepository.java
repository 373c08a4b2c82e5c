package org.evenhand.policy.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Policies and versions in the database. */
@ApplicationScoped
public class PolicyRepository {

  /** The smallest id there is: before the first page. */
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String SEEN = "(:hr = true or (v.published = true and v.state <> DRAFT))";

  private static final String SUMMARY =
      "select new org.evenhand.policy.version.VersionSummary(v.policyId, v.number, v.state, v.name,"
          + " v.contentHash, v.effectiveOn, v.createdAt, v.updatedAt) from PolicyVersion v where "
          + SEEN;

  /**
   * The policy, locked against every other transition of its versions until the transaction ends.
   *
   * @throws Problem 404
   */
  public Uni<Policy> hold(Mutiny.Session session, UUID id) {
    return session
        .find(Policy.class, id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(PolicyRepository::notFound);
  }

  /** The policy, locked against transitions, but shared with others who hold the same lock. */
  public Uni<Policy> holdShared(Mutiny.Session session, UUID id) {
    return session
        .find(Policy.class, id, LockModeType.PESSIMISTIC_READ)
        .onItem()
        .ifNull()
        .failWith(PolicyRepository::notFound);
  }

  public Uni<UUID> policyOf(Mutiny.Session session, UUID versionId) {
    return session
        .createSelectionQuery("select v.policyId from PolicyVersion v where v.id = :id", UUID.class)
        .setParameter("id", versionId)
        .getSingleResult();
  }

  /** A policy of which the reader may see at least one version. */
  public Uni<Policy> policy(Mutiny.Session session, UUID id, boolean hr) {
    return session
        .createSelectionQuery(
            "from Policy p where p.id = :id and exists"
                + " (select 1 from PolicyVersion v where v.policyId = p.id and "
                + SEEN
                + ")",
            Policy.class)
        .setParameter("id", id)
        .setParameter("hr", hr)
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(PolicyRepository::notFound);
  }

  /**
   * @throws Problem 404 when it doesn't exist, or not for this reader
   */
  public Uni<PolicyVersion> version(Mutiny.Session session, VersionAddress address, boolean hr) {
    return find(session, address, hr).map(found -> found.orElseThrow(VersionAddress::notFound));
  }

  /** Empty when it doesn't exist, or not for this reader. */
  public Uni<Optional<PolicyVersion>> find(
      Mutiny.Session session, VersionAddress address, boolean hr) {
    return session
        .createSelectionQuery(
            "from PolicyVersion v where v.policyId = :policy and v.number = :number",
            PolicyVersion.class)
        .setParameter("policy", address.policyId())
        .setParameter("number", address.version())
        .getSingleResultOrNull()
        .map(version -> Optional.ofNullable(version).filter(found -> found.visible(hr)));
  }

  public Uni<List<PolicyVersion>> byIds(Mutiny.Session session, Collection<UUID> versions) {
    return session
        .createSelectionQuery(
            "from PolicyVersion v where v.id in :ids order by v.id", PolicyVersion.class)
        .setParameter("ids", versions)
        .getResultList();
  }

  public Uni<List<PolicyVersion>> byNumbers(
      Mutiny.Session session, UUID policyId, Collection<Integer> numbers) {
    return session
        .createSelectionQuery(
            "from PolicyVersion v where v.policyId = :policy and v.number in :numbers"
                + " order by v.number",
            PolicyVersion.class)
        .setParameter("policy", policyId)
        .setParameter("numbers", numbers)
        .getResultList();
  }

  /** All versions of these policies, also those that nobody has seen. */
  public Uni<List<PolicyVersion>> versionsOf(Mutiny.Session session, Collection<UUID> policies) {
    return session
        .createSelectionQuery(
            "from PolicyVersion v where v.policyId in :ids order by v.policyId, v.number",
            PolicyVersion.class)
        .setParameter("ids", policies)
        .getResultList();
  }

  /** The latest versions of these policies, as far as they are withdrawn. */
  public Uni<List<UUID>> withdrawn(Mutiny.Session session, Collection<UUID> policies) {
    return session
        .createSelectionQuery(
            """
            select v.id from PolicyVersion v join Policy p on p.id = v.policyId
            where p.id in :ids and v.number = p.latestVersion and v.state = WITHDRAWN
            order by v.id
            """,
            UUID.class)
        .setParameter("ids", policies)
        .getResultList();
  }

  public Uni<PolicyVersion> latest(Mutiny.Session session, Policy policy) {
    return version(session, new VersionAddress(policy.id(), policy.latestVersion()), true);
  }

  public Uni<Optional<PolicyVersion>> inForce(Mutiny.Session session, UUID policyId) {
    return newest(session, policyId, List.of(VersionState.EFFECTIVE));
  }

  public Uni<Optional<PolicyVersion>> announced(Mutiny.Session session, UUID policyId) {
    return newest(session, policyId, List.of(VersionState.ANNOUNCED));
  }

  /** The newest version that has ever been in force; its promises still bind. */
  public Uni<Optional<PolicyVersion>> lastInForce(Mutiny.Session session, UUID policyId) {
    return newest(
        session,
        policyId,
        List.of(VersionState.EFFECTIVE, VersionState.SUPERSEDED, VersionState.RETIRED));
  }

  private static Uni<Optional<PolicyVersion>> newest(
      Mutiny.Session session, UUID policyId, List<VersionState> states) {
    return session
        .createSelectionQuery(
            "from PolicyVersion v where v.policyId = :policy and v.state in :states"
                + " order by v.number desc",
            PolicyVersion.class)
        .setParameter("policy", policyId)
        .setParameter("states", states)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  public Uni<List<Policy>> policies(
      Mutiny.Session session, Optional<UUID> after, int most, boolean hr) {
    return session
        .createSelectionQuery(
            "from Policy p where p.id > :after and exists"
                + " (select 1 from PolicyVersion v where v.policyId = p.id and "
                + SEEN
                + ") order by p.id",
            Policy.class)
        .setParameter("after", after.orElse(BEFORE_ALL))
        .setParameter("hr", hr)
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<List<VersionSummary>> summaries(
      Mutiny.Session session, Collection<UUID> policies, boolean hr) {
    return session
        .createSelectionQuery(
            SUMMARY + " and v.policyId in :policies order by v.policyId, v.number",
            VersionSummary.class)
        .setParameter("policies", policies)
        .setParameter("hr", hr)
        .getResultList();
  }

  public Uni<List<VersionSummary>> versions(
      Mutiny.Session session, UUID policyId, int after, int most, boolean hr) {
    return session
        .createSelectionQuery(
            SUMMARY + " and v.policyId = :policy and v.number > :after order by v.number",
            VersionSummary.class)
        .setParameter("policy", policyId)
        .setParameter("after", after)
        .setParameter("hr", hr)
        .setMaxResults(most)
        .getResultList();
  }

  private static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such policy.");
  }
}
