package org.evenhand.policy.version;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.policy.version.VersionLifecycle.OF_VERSIONS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.content.Readiness;
import org.evenhand.policy.content.Scope;
import org.evenhand.policy.impact.Impact;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.impact.ReplayWaiver;
import org.evenhand.policy.signing.Authors;
import org.evenhand.policy.signing.Decision;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.signing.SignOff;
import org.evenhand.policy.signing.Signature;
import org.evenhand.policy.signing.SignedContent;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.signing.SignerReplacement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a policy and its way from draft to force. */
@Entity
@Table(name = "policy_version")
public class PolicyVersion {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "policy_id")
  private UUID policyId;

  private int number;

  @Enumerated(EnumType.STRING)
  private VersionState state;

  /** Name and scope repeat parts of the content, so that a list can be read without it. */
  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private Scope scope;

  @JdbcTypeCode(SqlTypes.JSON)
  private PolicyContent content;

  @Column(name = "content_hash")
  private String contentHash;

  @JdbcTypeCode(SqlTypes.JSON)
  private Authors authors;

  /** Whether others than HR may have seen it: from its first consultation on. */
  private boolean published;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Consultation consultation;

  /** Why it goes to its sign-off without a replay. */
  @Column(name = "replay_waiver")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ReplayWaiver replayWaiver;

  @Column(name = "sign_off")
  @JdbcTypeCode(SqlTypes.JSON)
  private SignOff signOff;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Announcement announcement;

  @Column(name = "effective_on")
  private @Nullable LocalDate effectiveOn;

  @Column(name = "effective_at")
  private @Nullable Instant effectiveAt;

  @Column(name = "ending_proposal")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable EndingProposal endingProposal;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Ending ending;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected PolicyVersion() {}

  public PolicyVersion(
      UUID id, UUID policyId, int number, PolicyContent content, UUID author, Instant at) {
    this.id = id;
    this.policyId = policyId;
    this.number = number;
    this.authors = new Authors(Set.of(author));
    this.signOff = SignOff.NONE;
    this.createdAt = at;
    write(content);
    this.state = OF_VERSIONS.begun(VersionState.DRAFT);
    this.updatedAt = at;
  }

  /** Whether anything has changed; if so, earlier signatures are void. */
  public boolean edit(PolicyContent edited, UUID by, Instant at) {
    require(Transition.EDIT);
    if (CanonicalContent.hash(edited).equals(contentHash)) {
      return false;
    }
    if (!ReplayRules.of(edited).equals(ReplayRules.of(content))
        || !edited.scope().equals(content.scope())) {
      replayWaiver = null;
    }
    write(edited);
    authors = authors.and(by);
    signOff = signOff.voided(at);
    updatedAt = at;
    return true;
  }

  public void waiveReplay(ReplayWaiver waiver) {
    require(Transition.REPLAY_WAIVER);
    replayWaiver = waiver;
    updatedAt = waiver.at();
  }

  public void openConsultation(Terms terms, UUID by, Instant at) {
    require(Transition.CONSULTATION);
    consultation = new Consultation(at, by, terms.consultationDays());
    published = true;
    moveTo(VersionState.CONSULTATION, at);
  }

  /**
   * @param managers who may sign for the managers, frozen from now on
   * @param undisposed comments without a disposition
   */
  public void openSignOff(Set<UUID> managers, int quorum, long undisposed, UUID by, Instant at) {
    require(Transition.SIGN_OFF_OPENING);
    Objects.requireNonNull(consultation).requireHeard(undisposed, at);
    Readiness.require(content);
    authors.requireNoneOf(managers, NOT_ALLOWED.at("/managers", "names an author of the version"));
    signOff = signOff.opened(managers, quorum, by, at);
    moveTo(VersionState.SIGN_OFF, at);
  }

  /**
   * Lets another manager sign in place of one who can't any more.
   *
   * @throws Problem 422 when nobody waits for the first, or the second can't sign
   */
  public void replaceSigner(SignerReplacement replacement) {
    require(Transition.SIGNER_REPLACEMENT);
    authors.requireNoneOf(
        Set.of(replacement.successor()),
        NOT_ALLOWED.at("/successor", "is an author of the version"));
    signOff = signOff.replaced(replacement);
    updatedAt = replacement.at();
  }

  /**
   * @param readHash the hash of the content that the signer has read
   * @return APPROVED with the last signature needed, REJECTED, or SIGNED
   */
  public PolicyEventType sign(Signer signer, Signature.Answer answer, String readHash, Instant at) {
    require(Transition.SIGN_OFFS);
    signOff =
        signOff.answered(signer, answer, readHash, new SignedContent(contentHash, authors), at);
    if (answer.decision() == Decision.REJECT) {
      moveTo(VersionState.DRAFT, at);
      return PolicyEventType.REJECTED;
    }
    if (signOff.last().complete()) {
      moveTo(VersionState.APPROVED, at);
      return PolicyEventType.APPROVED;
    }
    updatedAt = at;
    return PolicyEventType.SIGNED;
  }

  /**
   * @param impact what is known of the past under its rules; null where nothing has to be
   */
  public void announce(
      Announcement.Draft draft, @Nullable Impact impact, Terms terms, UUID by, Instant at) {
    require(Transition.ANNOUNCEMENT);
    Readiness.require(content);
    announcement = Announcement.of(draft, terms, by, at).with(impact);
    effectiveOn = draft.effectiveOn();
    moveTo(VersionState.ANNOUNCED, at);
  }

  /** Whether its day has come. A repeated or early call finds that there is nothing to do. */
  public boolean due(Instant now) {
    return state == VersionState.ANNOUNCED
        && announcement != null
        && !now.isBefore(announcement.effectiveFrom());
  }

  /** A proposal to withdraw it lapses, because ending it would now mean something else. */
  public void takeEffect(Instant at) {
    effectiveAt = at;
    endingProposal = null;
    moveTo(VersionState.EFFECTIVE, at);
  }

  public void supersede(Instant at) {
    end(VersionState.SUPERSEDED, new Ending(at, null, null, null));
  }

  public void withdraw(String reason, UUID by, Instant at) {
    require(Transition.WITHDRAWAL);
    end(VersionState.WITHDRAWN, new Ending(at, by, null, reason));
  }

  /** A version that both sides have signed takes both sides to end. */
  public void proposeEnding(EndingProposal proposal) {
    require(Transition.ENDING);
    if (endingProposal != null) {
      throw refused("Its end is proposed already.", Transition.ENDING);
    }
    endingProposal = proposal;
    updatedAt = proposal.at();
  }

  /**
   * @return RETIRED for the version in force, WITHDRAWN for one that has not taken effect
   */
  public PolicyEventType countersignEnding(Side side, UUID by, Instant at) {
    Ending agreed = proposed(Transition.ENDING_COUNTERSIGNATURE).countersigned(side, by, at);
    boolean inForce = state == VersionState.EFFECTIVE;
    end(inForce ? VersionState.RETIRED : VersionState.WITHDRAWN, agreed);
    return inForce ? PolicyEventType.RETIRED : PolicyEventType.WITHDRAWN;
  }

  public void withdrawEndingProposal(Instant at) {
    proposed(Transition.ENDING_WITHDRAWAL);
    endingProposal = null;
    updatedAt = at;
  }

  private EndingProposal proposed(Transition wanted) {
    require(wanted);
    if (endingProposal == null) {
      throw refused("Nobody has proposed to end it.", wanted);
    }
    return endingProposal;
  }

  private Problem refused(String why, Transition wanted) {
    return Problem.of(PolicyProblem.TRANSITION_REFUSED, why)
        .allowing(OF_VERSIONS.operationsBut(state, wanted.operation()));
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(Transition wanted) {
    OF_VERSIONS.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  /** A draft is HR's own, also when it was withdrawn before anybody else had seen it. */
  public boolean visible(boolean hr) {
    return hr || (published && state != VersionState.DRAFT);
  }

  private void write(PolicyContent written) {
    content = written;
    contentHash = CanonicalContent.hash(written);
    name = written.name();
    scope = written.scope();
  }

  private void end(VersionState last, Ending how) {
    ending = how;
    endingProposal = null;
    moveTo(last, how.at());
  }

  private void moveTo(VersionState next, Instant at) {
    state = OF_VERSIONS.moved(state, next);
    updatedAt = at;
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public UUID policyId() {
    return policyId;
  }

  public int number() {
    return number;
  }

  public VersionState state() {
    return state;
  }

  public String name() {
    return name;
  }

  public Scope scope() {
    return scope;
  }

  public PolicyContent content() {
    return content;
  }

  public String contentHash() {
    return contentHash;
  }

  public Authors authors() {
    return authors;
  }

  public Optional<Consultation> consultation() {
    return Optional.ofNullable(consultation);
  }

  public Optional<ReplayWaiver> replayWaiver() {
    return Optional.ofNullable(replayWaiver);
  }

  public SignOff signOff() {
    return signOff;
  }

  public Optional<Announcement> announcement() {
    return Optional.ofNullable(announcement);
  }

  public Optional<Instant> effectiveAt() {
    return Optional.ofNullable(effectiveAt);
  }

  public Optional<EndingProposal> endingProposal() {
    return Optional.ofNullable(endingProposal);
  }

  public Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
