package org.evenhand.calibration.precedent;

import static org.evenhand.calibration.precedent.PrecedentLifecycle.OF_PRECEDENTS;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.session.Objection;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A case, and the level that it shows. */
@Entity
public class Precedent {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private PrecedentState state;

  private UUID policyId;
  private int policyVersion;
  private @Nullable String criterion;
  private int ordinal;
  private String[] tags;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable PrecedentWords words;

  private UUID authorId;

  @Enumerated(EnumType.STRING)
  private Pair.Side authorSide;

  private UUID checkerId;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Objection objection;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Withdrawal withdrawal;

  private @Nullable Instant publishedAt;

  protected Precedent() {}

  public Precedent(
      UUID id, Anchored about, PrecedentWords words, Collection<PrecedentTag> tags, Pair pair) {
    this.id = id;
    this.state = OF_PRECEDENTS.begun(PrecedentState.PROPOSED);
    this.policyId = about.policyId();
    this.policyVersion = about.policyVersion();
    this.criterion = about.criterion();
    this.ordinal = about.ordinal();
    this.words = words;
    this.tags = tags.stream().distinct().sorted().map(PrecedentTag::name).toArray(String[]::new);
    this.authorId = pair.author();
    this.authorSide = pair.side();
    this.checkerId = pair.checker();
  }

  /**
   * @throws Problem 409 with the operations that its state allows
   */
  public void require(PrecedentStep wanted) {
    OF_PRECEDENTS.require(state, wanted.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** Whether its state allows a step; one who has found somebody doesn't check it as it is. */
  public boolean allows(PrecedentStep step) {
    return OF_PRECEDENTS.operations(state).contains(step.operation())
        && (step != PrecedentStep.CHECK || objection == null);
  }

  private void become(PrecedentState next) {
    state = OF_PRECEDENTS.moved(state, next);
  }

  /** The checker has recognised somebody. */
  public void giveBack(String passage, UUID by, Instant now) {
    require(PrecedentStep.RETURN);
    wordsWith(passage);
    objection = new Objection(passage, by, now);
  }

  /** A passage is taken out wherever it stands. A text can lose something so, and gain nothing. */
  public void redact(String passage, String placeholder) {
    require(PrecedentStep.REDACT);
    words = wordsWith(passage).without(passage, placeholder);
    objection = null;
  }

  private PrecedentWords wordsWith(String passage) {
    PrecedentWords said = words;
    if (said == null || !said.hold(passage)) {
      throw Problem.of(
              CalibrationProblem.PASSAGE_NOT_FOUND, "The precedent doesn't hold this passage.")
          .with(NOT_FOUND.at("/passage", "stands in no text of the precedent, letter by letter"));
    }
    return said;
  }

  /**
   * The checker has read it and found nobody.
   *
   * @throws Problem 409 while a passage that was found is still in it
   */
  public void check() {
    require(PrecedentStep.CHECK);
    if (objection != null) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT, "The passage that was found is still to be taken out.")
          .allowing(OF_PRECEDENTS.operationsBut(state, PrecedentStep.CHECK.operation()));
    }
    become(PrecedentState.CHECKED);
  }

  public void publish(Instant now) {
    become(PrecedentState.PUBLISHED);
    publishedAt = now;
  }

  /** Its version of the policy is no longer in force. What was never out isn't needed any more. */
  public void outlive() {
    if (state == PrecedentState.PUBLISHED) {
      become(PrecedentState.SUPERSEDED);
    } else {
      end();
    }
  }

  /** Whoever it is about doesn't want it. */
  public void object() {
    require(PrecedentStep.OBJECT);
    end();
  }

  /**
   * What is not out yet either of the two withdraws; of what is out, one side asks for it and the
   * other agrees.
   *
   * @throws Problem 422 when the same side asks again
   */
  public void withdraw(Withdrawal wanted) {
    require(PrecedentStep.WITHDRAW);
    Withdrawal asked = withdrawal;
    if (isOut() && asked == null) {
      withdrawal = wanted;
    } else if (isOut() && asked != null && asked.side() == wanted.side()) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "This side has asked for it; it waits for one of the other side.");
    } else {
      end();
    }
  }

  /** The person behind it is erased, whatever has become of it. */
  public void forget() {
    end();
  }

  /** The words go with it; that there was one stays. */
  private void end() {
    become(PrecedentState.WITHDRAWN);
    words = null;
    objection = null;
    withdrawal = null;
  }

  /** Whether everybody reads it. */
  public boolean isOut() {
    return state == PrecedentState.PUBLISHED || state == PrecedentState.SUPERSEDED;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PrecedentState state() {
    return state;
  }

  public Anchored about() {
    return new Anchored(policyId, policyVersion, criterion, ordinal);
  }

  public List<PrecedentTag> tags() {
    return Stream.of(tags).map(PrecedentTag::valueOf).toList();
  }

  public Pair pair() {
    return new Pair(authorId, authorSide, checkerId);
  }

  public Optional<PrecedentWords> words() {
    return Optional.ofNullable(words);
  }

  public Optional<Objection> objection() {
    return Optional.ofNullable(objection);
  }

  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  public Optional<Instant> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }
}
