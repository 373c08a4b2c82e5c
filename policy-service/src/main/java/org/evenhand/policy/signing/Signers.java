package org.evenhand.policy.signing;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Whether people can sign for the managers. A person who has left, is away, or leads nobody can't,
 * and everybody would wait for them in vain.
 */
@ApplicationScoped
public class Signers {

  private final People people;

  Signers(People people) {
    this.people = people;
  }

  /**
   * Those named to sign for the managers.
   *
   * @param tooFew what to say when the quorum is more than they are
   * @throws Problem 422 naming everybody who can't sign or is named twice
   */
  public Uni<Set<UUID>> required(
      Mutiny.Session session, List<String> managers, int quorum, Violation tooFew) {
    return named(session, managers).map(named -> requireSigners(named, quorum, tooFew));
  }

  private static Set<UUID> requireSigners(List<Named> named, int quorum, Violation tooFew) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      if (!named.get(i).canSign()) {
        violations.add(NOT_ALLOWED.at("/managers/" + i, named.get(i).obstacle()));
      } else if (!seen.add(named.get(i).externalId())) {
        violations.add(DUPLICATE.at("/managers/" + i, "is named twice"));
      }
    }
    if (quorum > named.size()) {
      violations.add(tooFew);
    }
    if (!violations.isEmpty()) {
      throw Problem.of(PolicyProblem.SIGN_OFF_INVALID, "The sign-off could never be completed so.")
          .with(violations);
    }
    return named.stream().flatMap(signer -> signer.id().stream()).collect(Collectors.toSet());
  }

  /**
   * @throws Problem 422 when the directory doesn't know the first, or the second can't sign
   */
  public Uni<SignerReplacement> replacement(
      Mutiny.Session session, SignerReplacementRequest request, UUID by, Instant at) {
    return people
        .idOf(session, request.replaced())
        .chain(
            replaced ->
                named(session, List.of(request.successor()))
                    .map(named -> replacement(replaced, named.get(0), request, by, at)));
  }

  private static SignerReplacement replacement(
      Optional<UUID> replaced,
      Named successor,
      SignerReplacementRequest request,
      UUID by,
      Instant at) {
    List<Violation> violations = new ArrayList<>();
    if (replaced.isEmpty()) {
      violations.add(NOT_FOUND.at("/replaced", "is nobody whom the directory knows"));
    }
    if (!successor.canSign()) {
      violations.add(NOT_ALLOWED.at("/successor", successor.obstacle()));
    }
    if (!violations.isEmpty()) {
      throw Problem.of(
              PolicyProblem.SIGNER_REPLACEMENT_INVALID, "Nobody could sign in their place so.")
          .with(violations);
    }
    return new SignerReplacement(
        replaced.orElseThrow(), successor.id().orElseThrow(), request.reason(), by, at);
  }

  /** A person named by externalId: their id, or why they can't sign. */
  private record Named(String externalId, Optional<UUID> id, String obstacle) {
    boolean canSign() {
      return id.isPresent();
    }
  }

  /** In the order in which they are named. */
  private Uni<List<Named>> named(Mutiny.Session session, List<String> externalIds) {
    return people
        .named(session, Set.copyOf(externalIds))
        .chain(known -> named(session, externalIds, known));
  }

  private Uni<List<Named>> named(
      Mutiny.Session session, List<String> externalIds, Map<String, Person> known) {
    Set<UUID> ids = known.values().stream().map(Person::employeeId).collect(Collectors.toSet());
    return people
        .leading(session, ids)
        .map(
            leading ->
                externalIds.stream()
                    .map(externalId -> named(externalId, known.get(externalId), leading))
                    .toList());
  }

  private static Named named(String externalId, @Nullable Person person, Set<UUID> leading) {
    if (person == null) {
      return refused(externalId, "is nobody who works here");
    }
    if (person.onLeave()) {
      return refused(externalId, "is on leave, and nobody could sign in their place");
    }
    if (!leading.contains(person.employeeId())) {
      return refused(externalId, "leads nobody, so they can't sign for the managers");
    }
    return new Named(externalId, Optional.of(person.employeeId()), "");
  }

  private static Named refused(String externalId, String obstacle) {
    return new Named(externalId, Optional.empty(), obstacle);
  }
}
