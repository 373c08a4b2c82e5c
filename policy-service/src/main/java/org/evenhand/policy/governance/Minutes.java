package org.evenhand.policy.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.signing.Side;

/**
 * What was said and decided.
 *
 * @param agendaHash of the agenda that was read
 * @param hash SHA-256 of the canonical JSON of what was recorded; signatures cover it
 */
public record Minutes(
    LocalDate heldOn,
    String agendaHash,
    List<Attendee> present,
    String text,
    String hash,
    UUID recordedBy,
    Instant recordedAt,
    List<MinutesSignature> signatures) {

  /** What signatures cover. */
  private record Signed(
      LocalDate heldOn,
      String agendaHash,
      List<Attendee> present,
      String text,
      List<Decision> decisions) {}

  public static Minutes of(
      LocalDate heldOn,
      String agendaHash,
      List<Attendee> present,
      String text,
      List<Decision> decisions,
      UUID by,
      Instant at) {
    String hash = CanonicalContent.hash(new Signed(heldOn, agendaHash, present, text, decisions));
    return new Minutes(heldOn, agendaHash, present, text, hash, by, at, List.of());
  }

  public Minutes signed(MinutesSignature signature) {
    return new Minutes(
        heldOn,
        agendaHash,
        present,
        text,
        hash,
        recordedBy,
        recordedAt,
        Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  public boolean signedBy(UUID person) {
    return signatures.stream().anyMatch(signature -> signature.signer().equals(person));
  }

  public boolean signedFor(Side side) {
    return signatures.stream().anyMatch(signature -> signature.side() == side);
  }
}
