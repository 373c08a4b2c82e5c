package org.evenhand.policy.replay;

import static org.evenhand.policy.replay.ReplayLifecycle.OF_REPLAYS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.policy.impact.CycleFairness;
import org.evenhand.policy.impact.ReplayAnswer;
import org.evenhand.policy.impact.ReplayQuestion;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.impact.ReplayedCycle;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A look at past cycles under the rules of a draft as they were when it was asked for. */
@Entity
@Table(name = "impact_replay")
public class ImpactReplay {

  private static final int ALL = 100;

  /** Counted, and not compared by protected attribute yet. */
  private static final int ALMOST = 99;

  /** As long as the topics keep what is asked and told. */
  private static final Duration PATIENCE = Duration.ofDays(7);

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "policy_id")
  private UUID policyId;

  @Column(name = "version_id")
  private UUID versionId;

  private int number;

  @Enumerated(EnumType.STRING)
  private ReplayState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReplayRules rules;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReplayQuestion question;

  private int progress;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ReplayAnswer answer;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  protected ImpactReplay() {}

  public ImpactReplay(
      UUID id, PolicyVersion version, int number, ReplayQuestion question, UUID by, Instant at) {
    this.id = id;
    this.policyId = version.policyId();
    this.versionId = version.id();
    this.number = number;
    this.state = OF_REPLAYS.begun(ReplayState.REQUESTED);
    this.rules = ReplayRules.of(version.content());
    this.question = question;
    this.requestedBy = by;
    this.requestedAt = at;
  }

  /** What comes late, or again, or of a stale one, changes nothing. */
  public void run(int percent) {
    if (state.isOpen() && percent >= progress) {
      state = OF_REPLAYS.moved(state, ReplayState.RUNNING);
      progress = percent;
    }
  }

  /**
   * All cycles are counted. Where something of one can be told, it waits for what it means by
   * protected attribute.
   *
   * @param last DONE or FAILED
   */
  public void count(ReplayState last, List<ReplayedCycle> cycles, Instant at) {
    if (state.isOpen() && !told().hasCounts()) {
      answer = told().counted(cycles);
      if (last == ReplayState.FAILED) {
        finish(last, at);
      } else {
        finishIfWhole(at);
      }
    }
  }

  /** It may come before the last cycle is counted. */
  public void compare(CycleFairness fairness, Instant at) {
    if (state.isOpen()) {
      answer = told().with(fairness);
      finishIfWhole(at);
    }
  }

  /** What was told of it is lost: it shows nobody what they sign, and can be asked for again. */
  public void failWithoutTheRest(Instant at) {
    if (waitsForFairness()) {
      answer = told().withoutTheRest();
      finish(ReplayState.FAILED, at);
    }
  }

  private ReplayAnswer told() {
    return answer == null ? ReplayAnswer.NOTHING : answer;
  }

  private void finishIfWhole(Instant at) {
    if (told().saysAll()) {
      finish(ReplayState.DONE, at);
    } else if (told().hasCounts()) {
      run(ALMOST);
    }
  }

  private void finish(ReplayState last, Instant at) {
    state = OF_REPLAYS.moved(state, last);
    progress = ALL;
    finishedAt = at;
  }

  /** What was lost on the way would keep everybody from signing for ever. */
  void giveUp(Instant at) {
    if (isLost(at) && waitsForFairness()) {
      failWithoutTheRest(at);
    } else if (isLost(at)) {
      count(ReplayState.FAILED, question.cycleIds().stream().map(ReplayedCycle::lost).toList(), at);
    }
  }

  /**
   * Whether it has told something of these rules. Of a draft that is edited and edited back it has,
   * and stays stale.
   */
  boolean tellsOf(ReplayRules draft) {
    return finishedAt != null && state != ReplayState.FAILED && rules.equals(draft);
  }

  /** Whether it can still tell something. */
  boolean isAwaited(Instant at) {
    return state.isOpen() && !isLost(at);
  }

  boolean hasFailed(Instant at) {
    return state == ReplayState.FAILED || isLost(at);
  }

  private boolean isLost(Instant at) {
    return state.isOpen() && requestedAt.plus(PATIENCE).isBefore(at);
  }

  /**
   * The draft says something else now. One that failed has nothing to go stale.
   *
   * @return whether it was still being counted, in vain
   */
  public boolean compare(ReplayRules edited) {
    boolean open = state.isOpen();
    if (state != ReplayState.FAILED && state != ReplayState.STALE && !edited.equals(rules)) {
      state = OF_REPLAYS.moved(state, ReplayState.STALE);
    }
    return open && state == ReplayState.STALE;
  }

  public UUID id() {
    return id;
  }

  public UUID policyId() {
    return policyId;
  }

  public int number() {
    return number;
  }

  public ReplayState state() {
    return state;
  }

  public ReplayRules rules() {
    return rules;
  }

  public ReplayQuestion question() {
    return question;
  }

  public int progress() {
    return progress;
  }

  /** Empty until it is over: nobody reads a part of it. */
  public Optional<ReplayAnswer> answer() {
    return finishedAt == null ? Optional.empty() : Optional.ofNullable(answer);
  }

  /** Whether all is counted, and analytics-service hasn't told yet what it means by group. */
  public boolean waitsForFairness() {
    return state.isOpen() && told().hasCounts();
  }

  public UUID requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
