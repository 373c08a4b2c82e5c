package org.evenhand.review.cycle;

import static org.evenhand.review.cycle.CycleLifecycle.OF_CYCLES;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A cycle: one policy version, one population, one calendar. It moves by explicit steps only; the
 * two that concern everybody, opening and sharing, HR and managers take together.
 */
@Entity
@Table(name = "cycle")
public class Cycle {

  @Id private UUID id;

  @Version private long version;

  /** Beside the plan, so that it can be looked up and stays unique. */
  private String key;

  @Enumerated(EnumType.STRING)
  private CycleState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private CyclePlan plan;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "policy_version")
  private int policyVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable JointDecision opening;

  @JdbcTypeCode(SqlTypes.JSON)
  private SharingRounds sharing;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Cancellation cancellation;

  protected Cycle() {}

  public Cycle(UUID id, CyclePlan plan) {
    this.id = id;
    this.key = plan.key();
    this.state = OF_CYCLES.begun(CycleState.DRAFT);
    this.plan = plan;
    this.policyId = plan.policyId();
    this.policyVersion = plan.policyVersion();
    this.sharing = SharingRounds.NONE;
  }

  public CycleEventType schedule() {
    require(CycleAction.SCHEDULE);
    state = OF_CYCLES.moved(state, CycleState.SCHEDULED);
    return CycleEventType.SCHEDULED;
  }

  public void proposeOpening(Signature by) {
    require(CycleAction.OPENING);
    opening = JointDecision.proposed(by);
  }

  public void countersignOpening(Signature by) {
    require(CycleAction.OPENING_COUNTERSIGNATURE);
    opening = decided(opening).countersigned(by);
  }

  /**
   * Opens what both sides agreed to open; called again when the policy takes effect.
   *
   * @param policyEffective a cycle opens under an effective policy only
   * @return empty while something is still missing
   */
  public Optional<CycleEventType> openIfReady(boolean policyEffective) {
    if (state != CycleState.SCHEDULED || !isOpenedByBoth() || !policyEffective) {
      return Optional.empty();
    }
    state = OF_CYCLES.moved(state, CycleState.OPEN);
    return Optional.of(CycleEventType.OPENED);
  }

  public CycleEventType startCalibration() {
    require(CycleAction.CALIBRATION);
    state = OF_CYCLES.moved(state, CycleState.CALIBRATING);
    return CycleEventType.CALIBRATION_STARTED;
  }

  /**
   * Proposes a round.
   *
   * @param results the fingerprint of what the round shares; only the first round is held to it
   */
  public void proposeSharing(Signature by, String results) {
    require(CycleAction.SHARING);
    sharing = sharing.proposed(by);
    if (state == CycleState.CALIBRATING) {
      sharing = sharing.of(results);
    }
  }

  /** Takes a proposal back: sessions may draw again. */
  public CycleEventType withdrawSharing() {
    require(CycleAction.SHARING_WITHDRAWAL);
    sharing = sharing.withdrawn();
    return CycleEventType.SHARING_WITHDRAWN;
  }

  /**
   * Begins a round. The first one moves the cycle on; a later one leaves it where it is.
   *
   * @param results the fingerprint of what is shared now
   * @throws Problem RESULTS_CHANGED where that is not what the first round was proposed for
   */
  public Optional<CycleEventType> countersignSharing(Signature by, String results) {
    require(CycleAction.SHARING_COUNTERSIGNATURE);
    SharingRounds agreed = sharing.countersigned(by);
    if (state != CycleState.CALIBRATING) {
      sharing = agreed;
      return Optional.empty();
    }
    if (!sharing.isOf(results)) {
      throw Problem.of(
          ReviewProblem.RESULTS_CHANGED,
          "A review was submitted, decided on or taken back since: propose to share anew, so that"
              + " what is shared is what was judged.");
    }
    sharing = agreed;
    cancellation = null;
    state = OF_CYCLES.moved(state, CycleState.SHARING);
    return Optional.of(CycleEventType.SHARING_STARTED);
  }

  /**
   * What is judged on a proposal has to stay as it is.
   *
   * @throws Problem SHARING_PROPOSED
   */
  public void requireNoSharingProposed() {
    if (sharing.undecided().isPresent()) {
      throw Problem.of(
          ReviewProblem.SHARING_PROPOSED,
          "Sessions draw nothing while it is proposed to share the results; either side may"
              + " withdraw the proposal.");
    }
  }

  public CycleEventType openAppeals() {
    require(CycleAction.APPEALS);
    state = OF_CYCLES.moved(state, CycleState.APPEALS);
    return CycleEventType.APPEALS_OPENED;
  }

  public CycleEventType close() {
    require(CycleAction.CLOSURE);
    state = OF_CYCLES.moved(state, CycleState.CLOSED);
    return CycleEventType.CLOSED;
  }

  /**
   * Gives the cycle up, or proposes to.
   *
   * @return empty where both sides have opened it, and the other one has to countersign
   */
  public Optional<CycleEventType> cancel(String reason, Signature by) {
    require(CycleAction.CANCELLATION);
    cancellation = Cancellation.proposed(reason, by);
    if (isOpenedByBoth()) {
      return Optional.empty();
    }
    state = OF_CYCLES.moved(state, CycleState.CANCELLED);
    return Optional.of(CycleEventType.CANCELLED);
  }

  public CycleEventType countersignCancellation(Signature by) {
    require(CycleAction.CANCELLATION_COUNTERSIGNATURE);
    cancellation = cancellation().orElseThrow().countersigned(by);
    state = OF_CYCLES.moved(state, CycleState.CANCELLED);
    return CycleEventType.CANCELLED;
  }

  public void withdrawCancellation() {
    require(CycleAction.CANCELLATION_WITHDRAWAL);
    cancellation = null;
  }

  /** Whether both sides have agreed to open it, which neither undoes alone. */
  public boolean isOpenedByBoth() {
    return opening != null && opening.isComplete();
  }

  /** What this state allows, whoever asks. */
  public Set<CycleAction> allowed() {
    return Allowed.actions(this);
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  public void require(CycleAction action) {
    Allowed.require(this, action);
  }

  private static JointDecision decided(@Nullable JointDecision decision) {
    if (decision == null) {
      throw Problem.of(ReviewProblem.NOTHING_PROPOSED, "Nothing has been proposed yet.");
    }
    return decision;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String key() {
    return key;
  }

  public CycleState state() {
    return state;
  }

  public CyclePlan plan() {
    return plan;
  }

  public Optional<JointDecision> opening() {
    return Optional.ofNullable(opening);
  }

  public SharingRounds sharing() {
    return sharing;
  }

  public Optional<Cancellation> cancellation() {
    return Optional.ofNullable(cancellation);
  }
}
