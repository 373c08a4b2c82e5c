package org.evenhand.review.review.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.json.Digest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a court could ask: whether somebody wrote a text from below. A round leaves a salted digest
 * of each author with their text, in a chain of its own that no API reads. Whoever names a person
 * and a text can be told whether they belong together.
 */
@ApplicationScoped
class UpwardAudit {

  /** The audit's name for the views from below on a review, whose id they go by. */
  static final String AGGREGATE = "upward-view";

  private static final int SALT_BYTES = 16;

  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  UpwardAudit(Audit audit) {
    this.audit = audit;
  }

  /** Who wrote what. */
  record Written(UUID author, String answers) {}

  /** Both in hexadecimal; the digest is SHA-256 over the salt, the author's id and the answers. */
  private record Digested(String salt, String digest) {}

  /** The system is named, for whoever closes a round by writing last must not be. */
  Uni<Void> record(Mutiny.Session session, UUID reviewId, List<Written> round) {
    List<Digested> digests =
        round.stream().map(this::digest).sorted(Comparator.comparing(Digested::digest)).toList();
    return audit.record(session, AGGREGATE, reviewId, "round-closed", "review-service", digests);
  }

  private Digested digest(Written written) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    HexFormat hex = HexFormat.of();
    return new Digested(
        hex.formatHex(salt),
        hex.formatHex(Digest.sha256(salt, written.author() + " " + written.answers())));
  }
}
