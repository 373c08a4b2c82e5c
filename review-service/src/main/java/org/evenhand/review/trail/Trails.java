package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.appeal.access.TrailDoor;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.reading.DecisionView;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Reopening;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.review.Revision;
import org.evenhand.review.review.Submission;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Shows how a decision came about: to the reviewee once the result is shared, to everyone who may
 * read the review at any time, and to auditors without its content.
 */
@ApplicationScoped
class Trails {

  private static final Set<Relation> READERS =
      EnumSet.of(Relation.REVIEWER, Relation.LINE, Relation.HR, Relation.HR_LEAD);

  /**
   * The steps that a reviewee reads; who contributed what stays confidential. A review starts with
   * the first who writes, and a peer may be that.
   */
  private static final Set<String> TRANSITIONS =
      Stream.concat(
              Arrays.stream(ReviewEventType.values())
                  .filter(type -> type != ReviewEventType.STARTED)
                  .map(ReviewEventType::word),
              Stream.of(ReviewFacts.APPEAL_FILED, ReviewFacts.APPEAL_ENDED))
          .collect(Collectors.toSet());

  private final Mutiny.SessionFactory sessions;
  private final ReviewAccess doors;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final TrailDoor appeals;
  private final CitedGoals citedGoals;
  private final AuditChain chain;
  private final Directory directory;
  private final Access access;

  Trails(
      Mutiny.SessionFactory sessions,
      ReviewAccess doors,
      ReviewRepository reviews,
      CycleRepository cycles,
      PolicyVersions policies,
      TrailDoor appeals,
      CitedGoals citedGoals,
      AuditChain chain,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.doors = doors;
    this.reviews = reviews;
    this.cycles = cycles;
    this.policies = policies;
    this.appeals = appeals;
    this.citedGoals = citedGoals;
    this.chain = chain;
    this.directory = directory;
    this.access = access;
  }

  /** In which role somebody reads the trail. */
  private enum Reader {
    REVIEWEE,
    WHOLE,
    AUDITOR
  }

  /**
   * @param rates whether it is the reviewee, or whoever rates them
   */
  private record Reading(Reader as, boolean rates) {

    static Reading by(Reader reader) {
      return new Reading(reader, false);
    }
  }

  /** All that a trail is made of. */
  private record Material(
      Review review,
      Cycle cycle,
      PolicyVersion policy,
      CitedGoals.Told citedGoals,
      List<TrailView.Step> steps,
      Names names) {}

  Uni<TrailView> of(UUID reviewId) {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(viewer -> reading(session, reviewId, viewer))
                .chain(
                    reading ->
                        material(session, reviewId, reading)
                            .map(material -> view(material, reading.as()))));
  }

  private Uni<Reading> reading(Mutiny.Session session, UUID reviewId, Viewer viewer) {
    return doors
        .relations(session, viewer, reviewId)
        .map(Trails::reading)
        .chain(
            reading ->
                reading
                    .map(found -> Uni.createFrom().item(found))
                    .orElseGet(() -> readerByAppeal(session, reviewId, viewer).map(Reading::by)));
  }

  private static Optional<Reading> reading(Set<Relation> relations) {
    if (relations.contains(Relation.OWN)) {
      return Optional.of(new Reading(Reader.REVIEWEE, true));
    }
    return relations.stream().anyMatch(READERS::contains)
        ? Optional.of(new Reading(Reader.WHOLE, relations.contains(Relation.REVIEWER)))
        : Optional.empty();
  }

  /** Whoever has a part in an appeal reads as much of the trail as that part needs. */
  private Uni<Reader> readerByAppeal(Mutiny.Session session, UUID reviewId, Viewer viewer) {
    return appeals
        .of(session, viewer, reviewId)
        .map(
            opening ->
                switch (opening) {
                  case WHOLE -> Reader.WHOLE;
                  case AS_REVIEWEE -> Reader.REVIEWEE;
                  case CLOSED -> requireAuditor(viewer);
                });
  }

  private static Reader requireAuditor(Viewer viewer) {
    if (!viewer.has(Roles.AUDITOR)) {
      throw ReviewRepository.unknown();
    }
    return Reader.AUDITOR;
  }

  private Uni<Material> material(Mutiny.Session session, UUID reviewId, Reading reading) {
    return reviews
        .find(session, reviewId)
        .map(found -> found.filter(review -> isOpen(review, reading.as())))
        .map(found -> found.orElseThrow(ReviewRepository::unknown))
        .chain(review -> material(session, review, reading));
  }

  private Uni<Material> material(Mutiny.Session session, Review review, Reading reading) {
    return cycles
        .get(session, review.cycleId())
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .chain(policy -> material(session, review, reading, cycle, policy)));
  }

  private Uni<Material> material(
      Mutiny.Session session, Review review, Reading reading, Cycle cycle, PolicyVersion policy) {
    return citedGoals
        .of(session, review, reading.rates())
        .chain(
            cited ->
                chain
                    .of(session, review.id())
                    .chain(
                        steps ->
                            names(session, review, steps, reading.as())
                                .map(
                                    names ->
                                        new Material(review, cycle, policy, cited, steps, names))));
  }

  /** An auditor checks that every step was taken, and needs no names for it. */
  private Uni<Names> names(
      Mutiny.Session session, Review review, List<TrailView.Step> steps, Reader reader) {
    return reader == Reader.AUDITOR
        ? Uni.createFrom().item(Names.WITHHELD)
        : directory.names(session, people(review, steps));
  }

  private static Set<UUID> people(Review review, List<TrailView.Step> steps) {
    Set<UUID> people = new HashSet<>();
    steps.forEach(step -> step.person().ifPresent(people::add));
    Stream.concat(
            Stream.ofNullable(review.conclusion().submission()),
            review.past().revisions().stream().map(Revision::submission))
        .map(Submission::reviewerId)
        .forEach(people::add);
    Stream.concat(Stream.of(review.work()), review.past().revisions().stream().map(Revision::work))
        .flatMap(work -> work.observations().stream())
        .filter(seen -> seen.gathered() != null)
        .map(Observation::authorId)
        .forEach(people::add);
    review.past().revisions().stream()
        .flatMap(revision -> Stream.ofNullable(revision.reopenedBy()))
        .map(Reopening::decision)
        .forEach(decision -> people.addAll(DecisionView.people(decision)));
    return people;
  }

  /** For a reviewee there is no trail until something was shared. */
  private static boolean isOpen(Review review, Reader reader) {
    return reader != Reader.REVIEWEE
        || review.phase().isShared()
        || review.past().lastShared().isPresent();
  }

  private static TrailView view(Material material, Reader reader) {
    Review review = material.review();
    PolicyVersion policy = material.policy();
    boolean content = reader != Reader.AUDITOR;
    boolean own = reader == Reader.REVIEWEE;
    Conclusions conclusions = new Conclusions(policy.content(), content, material.names());
    return new TrailView(
        review.id(),
        material.cycle().key(),
        review.phase(),
        review.revision(),
        review.underAppeal(),
        policyPart(policy),
        conclusions
            .present(review)
            .filter(present -> !own || review.phase().isShared())
            .orElse(null),
        review.past().revisions().stream()
            .filter(revision -> !own || revision.sharedAt() != null)
            .map(conclusions::earlier)
            .toList(),
        content ? policy.content().pathways() : null,
        content ? policy.content().outcomes() : null,
        material.citedGoals().any(),
        material.citedGoals().which(),
        material.steps().stream()
            .filter(step -> !own || TRANSITIONS.contains(step.action()))
            .map(step -> step.named(material.names()))
            .toList());
  }

  private static TrailView.PolicyPart policyPart(PolicyVersion policy) {
    return new TrailView.PolicyPart(
        policy.policyId(),
        policy.number(),
        policy.content().name(),
        policy.contentHash(),
        policy.effectiveOn(),
        URI.create(
            "/v1/policies/" + policy.policyId() + "/versions/" + policy.number() + "/sign-offs"),
        policy.content().overall(),
        policy.content().criteria().stream()
            .map(
                criterion ->
                    new TrailView.CriterionPart(
                        criterion.key(), criterion.title(), criterion.weight(), criterion.aim()))
            .toList());
  }
}
