package org.evenhand.policy.version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The chain of all rounds of a version, the last one at the end. */
public record SignOff(List<SignOffRound> rounds) {

  static final SignOff NONE = new SignOff(List.of());

  public Optional<SignOffRound> current() {
    return rounds.isEmpty() ? Optional.empty() : Optional.of(last());
  }

  SignOffRound last() {
    return rounds.get(rounds.size() - 1);
  }

  SignOff opened(Set<UUID> managers, int quorum, UUID by, Instant at) {
    var round = SignOffRound.opened(rounds.size() + 1, at, by, managers, quorum);
    return new SignOff(Stream.concat(rounds.stream(), Stream.of(round)).toList());
  }

  SignOff signed(Signature signature) {
    return withLast(last().with(signature));
  }

  SignOff replaced(SignerReplacement replacement) {
    return withLast(last().replaced(replacement));
  }

  SignOff voided(Instant at) {
    return new SignOff(rounds.stream().map(r -> r.voided(at)).toList());
  }

  private SignOff withLast(SignOffRound current) {
    var earlier = rounds.subList(0, rounds.size() - 1).stream();
    return new SignOff(Stream.concat(earlier, Stream.of(current)).toList());
  }
}
