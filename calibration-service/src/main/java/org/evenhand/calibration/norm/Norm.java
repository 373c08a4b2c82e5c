package org.evenhand.calibration.norm;

import static org.evenhand.calibration.norm.NormLifecycle.OF_NORMS;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.precedent.Withdrawal;
import org.evenhand.calibration.session.Members;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One sentence on how an anchor is read. */
@Entity
public class Norm {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private NormState state;

  private UUID sessionId;
  private UUID policyId;
  private int agreedVersion;
  private int policyVersion;
  private String criterion;
  private int ordinal;
  private @Nullable String sentence;

  /** Among the members of its session: no version that others see may move with it. */
  @OptimisticLock(excluded = true)
  private UUID[] agreedBy;

  private @Nullable Instant agreedAt;

  /** For the sides alone: no version that others see may move with it. */
  @OptimisticLock(excluded = true)
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Withdrawal withdrawal;

  protected Norm() {}

  /**
   * Whose level of which criterion it is about.
   *
   * @param policyVersion the one in whose words it is read
   */
  record Anchor(UUID policyId, int policyVersion, String criterion, int ordinal) {}

  Norm(UUID id, UUID sessionId, Anchor anchor, String sentence, UUID by) {
    this.id = id;
    this.state = OF_NORMS.begun(NormState.PROPOSED);
    this.sessionId = sessionId;
    this.policyId = anchor.policyId();
    this.agreedVersion = anchor.policyVersion();
    this.policyVersion = anchor.policyVersion();
    this.criterion = anchor.criterion();
    this.ordinal = anchor.ordinal();
    this.sentence = sentence;
    this.agreedBy = new UUID[] {by};
  }

  /**
   * It holds once both facilitators and most of the raters agree; of those who sit there now.
   *
   * @throws Problem 409 where it is agreed or over, or the person has agreed
   */
  void agree(UUID person, Members members, Instant now) {
    OF_NORMS.require(state, NormLifecycle.AGREE, CommonProblem.STATE_CONFLICT);
    if (hasAgreed(person)) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "You have agreed; it waits for others.");
    }
    agreedBy = Stream.concat(Stream.of(agreedBy), Stream.of(person)).toArray(UUID[]::new);
    if (holdsFor(members)) {
      state = OF_NORMS.moved(state, NormState.AGREED);
      agreedAt = now;
    }
  }

  private boolean holdsFor(Members members) {
    Set<UUID> agreed = Set.of(agreedBy);
    long raters = members.raterIds().stream().filter(agreed::contains).count();
    return agreed.contains(members.facilitatorId())
        && agreed.contains(members.coFacilitatorId())
        && 2 * raters > members.raterIds().size();
  }

  /** The anchor says the same in this version. What nobody has agreed on isn't carried on. */
  void carry(int toVersion) {
    if (state == NormState.PROPOSED) {
      expire();
    } else {
      state = OF_NORMS.moved(state, NormState.CARRIED);
      policyVersion = toVersion;
    }
  }

  void expire() {
    state = OF_NORMS.moved(state, NormState.EXPIRED);
  }

  /**
   * What only the members know its author withdraws; of what is out, one side asks for it and the
   * other agrees.
   *
   * @throws Problem 422 when the same side asks again, or the same person for the other side
   */
  void withdraw(Withdrawal wanted) {
    OF_NORMS.require(state, NormLifecycle.WITHDRAW, CommonProblem.STATE_CONFLICT);
    Withdrawal asked = withdrawal;
    if (!isAmongMembers() && asked == null) {
      withdrawal = wanted;
    } else if (!isAmongMembers()
        && asked != null
        && !asked.isAgreedToBy(wanted.by(), wanted.side())) {
      throw Problem.of(
          CalibrationProblem.SECOND_PERSON_REQUIRED,
          "This side has asked for it; it waits for somebody else, of the other side.");
    } else {
      end();
    }
  }

  /** Its session has come to nothing, and so has it; or it is withdrawn. The words go. */
  void end() {
    state = OF_NORMS.moved(state, NormState.WITHDRAWN);
    sentence = null;
    withdrawal = null;
  }

  boolean isBy(UUID person) {
    return agreedBy[0].equals(person);
  }

  boolean hasAgreed(UUID person) {
    return Stream.of(agreedBy).anyMatch(person::equals);
  }

  /** Whether only those who sit in its session know it. */
  boolean isAmongMembers() {
    return agreedAt == null;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  NormState state() {
    return state;
  }

  UUID sessionId() {
    return sessionId;
  }

  Anchor anchor() {
    return new Anchor(policyId, policyVersion, criterion, ordinal);
  }

  /** In whose words it was agreed on; later versions that say the same carry it on. */
  int agreedVersion() {
    return agreedVersion;
  }

  Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }

  int agreements() {
    return agreedBy.length;
  }

  Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  Optional<Instant> agreedAt() {
    return Optional.ofNullable(agreedAt);
  }
}
