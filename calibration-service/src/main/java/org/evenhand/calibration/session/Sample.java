package org.evenhand.calibration.session;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One review in a session, without anybody's name: the redacted text, whether it is scored blind,
 * who checked the redaction, the precedent and the decision.
 */
@Entity
public class Sample {

  /** One score is one person's opinion: nothing is decided on it. */
  public static final int LEAST_SCORES = 2;

  @Id private UUID id;
  private UUID sessionId;
  private UUID reviewId;
  private int position;
  private boolean blind;

  @JdbcTypeCode(SqlTypes.JSON)
  private RedactedText text;

  private int originalOrdinal;
  private int scaleSize;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Check checkMark;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Objection objection;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Consensus consensus;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Decision decision;

  /** A JSON column holds an object: Hibernate Reactive reads no array at the root of one. */
  record RedactedText(List<RedactedPart> parts) {}

  protected Sample() {}

  public Sample(
      UUID id,
      UUID sessionId,
      UUID reviewId,
      int position,
      boolean blind,
      List<RedactedPart> parts,
      int originalOrdinal,
      int scaleSize) {
    this.id = id;
    this.sessionId = sessionId;
    this.reviewId = reviewId;
    this.position = position;
    this.blind = blind;
    this.text = new RedactedText(parts);
    this.originalOrdinal = originalOrdinal;
    this.scaleSize = scaleSize;
  }

  public void check(UUID by, Instant now) {
    checkMark = new Check(by, now);
    objection = null;
  }

  /**
   * The second person has found somebody in it.
   *
   * @throws Problem 422 when the passage isn't in the sample
   */
  public void sendBack(String passage, UUID by, Instant now) {
    mustHold(passage);
    objection = new Objection(passage, by, now);
    checkMark = null;
  }

  /**
   * Takes a passage out wherever it stands. By hand a text can lose something, but gain nothing: it
   * stays the evidence that the reviewer wrote. It has to be checked again.
   *
   * @throws Problem 422 when the passage isn't in the sample
   */
  public void redact(String passage, String placeholder) {
    mustHold(passage);
    text =
        new RedactedText(
            parts().stream()
                .map(part -> part.map(words -> words.replace(passage, placeholder)))
                .toList());
    objection = null;
    checkMark = null;
  }

  private void mustHold(String passage) {
    if (parts().stream().flatMap(RedactedPart::texts).noneMatch(words -> words.contains(passage))) {
      throw Problem.of(
              CalibrationProblem.PASSAGE_NOT_FOUND, "The sample doesn't hold this passage.")
          .with(NOT_FOUND.at("/passage", "stands in no text of the sample, letter by letter"));
    }
  }

  /**
   * @throws Problem 422 when the level isn't on its scale
   */
  public void agree(Consensus found) {
    onScale("/ordinal", found.ordinal());
    consensus = found;
  }

  /**
   * @throws Problem 422 when an ADJUST names no other level, or anything else names one
   */
  public void decide(Decision made) {
    var ordinal = made.ordinal();
    if (made.kind() == Decision.Kind.ADJUST) {
      if (ordinal == null) {
        throw offScale("/ordinal", "an ADJUST names the new level, 1 to " + scaleSize);
      }
      if (onScale("/ordinal", ordinal) == originalOrdinal) {
        throw offScale("/ordinal", "is the level that it has: CONFIRM it, or name another");
      }
    } else if (ordinal != null) {
      throw offScale("/ordinal", "only an ADJUST names a level");
    }
    decision = made;
  }

  /**
   * @throws Problem 422 when it isn't scored blind, or the level isn't on its scale
   */
  public void requireScorable(int ordinal) {
    if (!blind) {
      throw Problem.of(
          CalibrationProblem.REVIEW_NOT_IN_SESSION, "This sample is not scored blind.");
    }
    onScale("/ordinal", ordinal);
  }

  private int onScale(String pointer, int ordinal) {
    if (ordinal < 1 || ordinal > scaleSize) {
      throw offScale(pointer, "must be from 1 to " + scaleSize);
    }
    return ordinal;
  }

  private static Problem offScale(String pointer, String detail) {
    return Problem.of(CalibrationProblem.LEVEL_NOT_ON_SCALE, "The level doesn't fit.")
        .with(RANGE.at(pointer, detail));
  }

  public UUID id() {
    return id;
  }

  public UUID sessionId() {
    return sessionId;
  }

  public UUID reviewId() {
    return reviewId;
  }

  public int position() {
    return position;
  }

  public boolean blind() {
    return blind;
  }

  public List<RedactedPart> parts() {
    return text.parts();
  }

  public int originalOrdinal() {
    return originalOrdinal;
  }

  public int scaleSize() {
    return scaleSize;
  }

  public @Nullable Check check() {
    return checkMark;
  }

  public @Nullable Objection objection() {
    return objection;
  }

  public @Nullable Consensus consensus() {
    return consensus;
  }

  /** Whether the session takes the decision on itself; what it defers is decided elsewhere. */
  public boolean isDecidedHere() {
    return decision != null && decision.kind() != Decision.Kind.DEFER;
  }

  public @Nullable Decision decision() {
    return decision;
  }
}
