package org.evenhand.policy.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;

/** The chain of all rounds of what is signed, the last one at the end. */
public record SignOff(List<SignOffRound> rounds) {

  public static final SignOff NONE = new SignOff(List.of());

  public Optional<SignOffRound> current() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(last());
  }

  public SignOffRound last() {
    return rounds.get(rounds.size() - 1);
  }

  public SignOff opened(Set<UUID> managers, int quorum, UUID by, Instant at) {
    var round = SignOffRound.opened(rounds.size() + 1, at, by, managers, quorum);
    return new SignOff(Stream.concat(rounds.stream(), Stream.of(round)).toList());
  }

  /**
   * @throws Problem 403 for somebody who isn't asked, 409 for other content than the present one
   *     and for a second answer
   */
  public SignOff answered(
      Signer signer, Signature.Answer answer, String readHash, SignedContent content, Instant at) {
    Side side = last().sideOf(signer);
    content.requireRead(readHash);
    boolean author = content.authors().include(signer.id());
    return withLast(
        last()
            .with(
                new Signature(
                    signer.id(), side, author, answer, readHash, at, null, signer.unit())));
  }

  public SignOff replaced(SignerReplacement replacement) {
    return withLast(last().replaced(replacement));
  }

  public SignOff voided(Instant at) {
    return new SignOff(rounds.stream().map(r -> r.voided(at)).toList());
  }

  private SignOff withLast(SignOffRound current) {
    var earlier = rounds.subList(0, rounds.size() - 1).stream();
    return new SignOff(Stream.concat(earlier, Stream.of(current)).toList());
  }
}
