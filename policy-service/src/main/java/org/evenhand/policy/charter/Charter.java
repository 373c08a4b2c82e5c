package org.evenhand.policy.charter;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.policy.charter.CharterLifecycle.OF_CHARTERS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.signing.Authors;
import org.evenhand.policy.signing.Decision;
import org.evenhand.policy.signing.SignOff;
import org.evenhand.policy.signing.SignOffRound;
import org.evenhand.policy.signing.Signature;
import org.evenhand.policy.signing.SignedContent;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.signing.SignerReplacement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A charter and its way from draft to force. */
@Entity
@Table(name = "charter")
public class Charter {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  private int number;

  @Enumerated(EnumType.STRING)
  private CharterState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private CharterContent content;

  @Column(name = "content_hash")
  private String contentHash;

  @JdbcTypeCode(SqlTypes.JSON)
  private Authors authors;

  @Column(name = "sign_off")
  @JdbcTypeCode(SqlTypes.JSON)
  private SignOff signOff;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable SignOffWithdrawal withdrawal;

  @Column(name = "in_force_on")
  private @Nullable LocalDate inForceOn;

  @Column(name = "in_force_at")
  private @Nullable Instant inForceAt;

  @Column(name = "superseded_at")
  private @Nullable Instant supersededAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Charter() {}

  public Charter(UUID id, int number, CharterContent content, UUID author, Instant at) {
    this.id = id;
    this.number = number;
    this.content = content;
    this.contentHash = CanonicalContent.hash(content);
    this.authors = new Authors(Set.of(author));
    this.signOff = SignOff.NONE;
    this.state = OF_CHARTERS.begun(CharterState.DRAFT);
    this.createdAt = at;
    this.updatedAt = at;
  }

  /** Whether anything has changed. */
  public boolean edit(CharterContent edited, UUID by, Instant at) {
    require(CharterStep.EDIT);
    String hash = CanonicalContent.hash(edited);
    if (hash.equals(contentHash)) {
      return false;
    }
    content = edited;
    contentHash = hash;
    authors = authors.and(by);
    signOff = signOff.voided(at);
    updatedAt = at;
    return true;
  }

  /**
   * @param managers who may sign for the managers, frozen from now on
   * @param units where they work
   */
  public void openSignOff(Set<UUID> managers, Map<UUID, String> units, UUID by, Instant at) {
    require(CharterStep.SIGN_OFF_OPENING);
    authors.requireNoneOf(managers, NOT_ALLOWED.at("/managers", "names an author of the charter"));
    SignersUnits.require(
        managers,
        units,
        PolicyProblem.SIGN_OFF_INVALID,
        NOT_ALLOWED.at("/managers", "are not of two units, so no quorum of theirs could be"));
    signOff = signOff.opened(managers, content.quorum(), by, at);
    withdrawal = null;
    moveTo(CharterState.SIGN_OFF, at);
  }

  /**
   * Lets another manager sign in place of one who can't any more.
   *
   * @param units where those work who may sign or have signed, and the successor
   */
  public void replaceSigner(SignerReplacement replacement, Map<UUID, String> units) {
    require(CharterStep.SIGNER_REPLACEMENT);
    authors.requireNoneOf(
        Set.of(replacement.successor()),
        NOT_ALLOWED.at("/successor", "is an author of the charter"));
    SignOff replaced = signOff.replaced(replacement);
    SignersUnits.require(
        replaced.last().managers(),
        units,
        PolicyProblem.SIGNER_REPLACEMENT_INVALID,
        NOT_ALLOWED.at("/successor", "leaves managers of one unit alone to sign"));
    signOff = replaced;
    updatedAt = replacement.at();
  }

  /**
   * @param readHash the hash of the content that the signer has read
   */
  public CharterHappening sign(
      Signer signer, Signature.Answer answer, String readHash, Instant at) {
    require(CharterStep.SIGNATURE);
    signOff =
        signOff.answered(signer, answer, readHash, new SignedContent(contentHash, authors), at);
    if (answer.decision() == Decision.REJECT) {
      moveTo(CharterState.DRAFT, at);
      return CharterHappening.REJECTED;
    }
    SignOffRound round = signOff.last();
    if (round.complete() && !SignersUnits.missing(round)) {
      moveTo(CharterState.SIGNED, at);
      return CharterHappening.SIGNED;
    }
    updatedAt = at;
    return CharterHappening.SIGNATURE_GIVEN;
  }

  public void withdrawSignOff(SignOffWithdrawal why) {
    require(CharterStep.SIGN_OFF_WITHDRAWAL);
    signOff = signOff.voided(why.at());
    withdrawal = why;
    moveTo(CharterState.DRAFT, why.at());
  }

  /** The first moment at which it may be in force. */
  public Instant dueAt() {
    return content.inForceOn().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Whether its day has come. A repeated or early call finds that there is nothing to do. */
  public boolean due(Instant now) {
    return state == CharterState.SIGNED && !now.isBefore(dueAt());
  }

  public void comeIntoForce(Instant at) {
    inForceAt = at;
    inForceOn = LocalDate.ofInstant(at, ZoneOffset.UTC);
    moveTo(CharterState.IN_FORCE, at);
  }

  public void supersede(Instant at) {
    supersededAt = at;
    moveTo(CharterState.SUPERSEDED, at);
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(CharterStep wanted) {
    OF_CHARTERS.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  /** A draft is HR's own. */
  boolean visible(boolean hr) {
    return hr || state != CharterState.DRAFT;
  }

  private void moveTo(CharterState next, Instant at) {
    state = OF_CHARTERS.moved(state, next);
    updatedAt = at;
  }

  /** Whoever is asked to sign now. */
  public Optional<SignOffRound> round() {
    return state == CharterState.SIGN_OFF ? signOff.current() : Optional.empty();
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public int number() {
    return number;
  }

  public CharterState state() {
    return state;
  }

  public CharterContent content() {
    return content;
  }

  public String contentHash() {
    return contentHash;
  }

  public Collection<UUID> authors() {
    return authors.ids();
  }

  public SignOff signOff() {
    return signOff;
  }

  public Optional<SignOffWithdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  public Optional<LocalDate> inForceOn() {
    return Optional.ofNullable(inForceOn);
  }

  public Optional<Instant> inForceAt() {
    return Optional.ofNullable(inForceAt);
  }

  public Optional<Instant> supersededAt() {
    return Optional.ofNullable(supersededAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
