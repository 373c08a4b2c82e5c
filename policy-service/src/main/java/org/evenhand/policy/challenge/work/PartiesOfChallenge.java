package org.evenhand.policy.challenge.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.challenge.Parties;
import org.evenhand.policy.challenge.Practice;
import org.evenhand.policy.challenge.PracticeKind;
import org.evenhand.policy.challenge.VersionPart;
import org.evenhand.policy.content.PointedPart;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds who is challenged by what somebody raises, and who of the managers answers for it. */
@ApplicationScoped
class PartiesOfChallenge {

  private final PolicyRepository policies;
  private final People people;
  private final InWhoseHands hands;

  PartiesOfChallenge(PolicyRepository policies, People people, InWhoseHands hands) {
    this.policies = policies;
    this.people = people;
    this.hands = hands;
  }

  /**
   * @throws Problem 409 where another content was read, 422 where nobody could answer for it
   */
  Uni<Parties> of(Mutiny.Session session, ChallengeRequest request) {
    VersionPart part = request.part();
    Practice practice = request.practice();
    if (part != null && practice == null) {
      return policies
          .find(session, new VersionAddress(part.policyId(), part.version()), false)
          .map(found -> found.orElseThrow(PartiesOfChallenge::noVersion))
          .map(version -> ofVersion(version, part));
    }
    if (practice != null && part == null) {
      return ofPractice(session, practice);
    }
    throw invalid(INCONSISTENT.at("", "has to be about a part or a practice, and not both"));
  }

  private static Parties ofVersion(PolicyVersion version, VersionPart part) {
    if (!version.state().agreed()) {
      throw invalid(
          INCONSISTENT.at("/part/version", "can still change; comment on it while it is open"));
    }
    if (!version.contentHash().equals(part.contentHash())) {
      throw Problem.of(PolicyProblem.CONTENT_CHANGED, "The version reads otherwise.")
          .with(INCONSISTENT.at("/part/contentHash", "is not the hash of the content"));
    }
    PointedPart.require(version.content(), part.pointer(), "/part/pointer");
    return new Parties(version.authors().ids(), signers(version));
  }

  private static Set<UUID> signers(PolicyVersion version) {
    return version.signOff().current().stream()
        .flatMap(round -> round.managers().stream().filter(round::answeredBy))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Uni<Parties> ofPractice(Mutiny.Session session, Practice practice) {
    if (practice.kind() == PracticeKind.OWN_RATING) {
      throw Problem.of(
          PolicyProblem.CHALLENGE_OF_OWN_RATING,
          "A rating is looked at again by an appeal, POST /v1/appeals.");
    }
    UUID subject = practice.subject();
    if (subject == null) {
      throw invalid(REQUIRED.at("/practice/subject", "says which one it is"));
    }
    return people
        .known(session, practice.people())
        .invoke(known -> requireKnown(practice.people(), known, "/practice/people/"))
        .map(known -> new Parties(new TreeSet<>(known), Set.of()))
        .chain(named -> hands.of(session, subject).map(named::and));
  }

  static void requireKnown(List<UUID> named, Set<UUID> known, String pointer) {
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        throw invalid(NOT_FOUND.at(pointer + i, "is nobody who works here"));
      }
    }
  }

  private static Problem noVersion() {
    return invalid(NOT_FOUND.at("/part/version", "is no version that you can read"));
  }

  private static Problem invalid(Violation why) {
    return Problem.of(PolicyProblem.CHALLENGE_INVALID, "A challenge can't be raised so.").with(why);
  }
}
