package org.evenhand.analytics.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.access.StageResult;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.fairness.FairnessView.RuleView;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.verdict.PriorWarning;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A verdict about one group in one metric, as it was judged. Its figures never change; what HR and
 * managers do about it comes beside them, on the way that {@link FindingLifecycle} shows.
 */
@Entity
@Table(name = "finding")
public class Finding {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "judgement_id")
  private UUID judgementId;

  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "cycle_key")
  private String cycleKey;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private String metric;

  private String dimension;

  @Column(name = "dimension_label")
  private String dimensionLabel;

  @Column(name = "group_value")
  private String group;

  @Enumerated(EnumType.STRING)
  private FindingVerdict verdict;

  @Enumerated(EnumType.STRING)
  private FindingState state;

  @Enumerated(EnumType.STRING)
  private @Nullable Stage stage;

  @Column(name = "scale_size")
  private int scaleSize;

  @Column(name = "favourable_from")
  private int favourableFrom;

  @JdbcTypeCode(SqlTypes.JSON)
  private RuleView rule;

  @JdbcTypeCode(SqlTypes.JSON)
  private FindingFigures figures;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable JointResponse response;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Clearing clearing;

  protected Finding() {}

  public Finding(UUID id, Judgement judgement, ComparisonOutcome judged, FindingVerdict verdict) {
    this.id = id;
    this.judgementId = judgement.id();
    this.cycleId = judgement.cycleId();
    this.cycleKey = judgement.cycleKey();
    this.origin = judgement.origin();
    this.metric = judged.key().metric();
    this.dimension = judged.key().dimension();
    this.dimensionLabel = judged.dimensionLabel();
    this.group = judged.key().group();
    this.stage = judged.key().stage();
    this.verdict = verdict;
    this.state =
        FindingLifecycle.OF_FINDINGS.begun(
            verdict.needsResponse() ? FindingState.RAISED : FindingState.NOTED);
    this.scaleSize = judged.scale().size();
    this.favourableFrom = judged.scale().favourableFrom();
    this.rule = judged.rule();
    this.figures = judged.figures();
    this.raisedAt = judgement.judgedAt();
  }

  /** A proposal takes the place of one that nobody has countersigned: its author may have left. */
  public void respond(String action, LocalDate dueOn, Signature by) {
    require(FindingAction.RESPOND);
    response = JointResponse.proposed(action, dueOn, by);
  }

  public void countersign(FindingAccess access, Instant at) {
    require(FindingAction.COUNTERSIGN);
    JointResponse proposed = response().orElseThrow();
    response =
        proposed.countersigned(
            access.signer(), access.countersigns(proposed.proposal().side()), at);
    become(FindingState.ANSWERED);
  }

  public void clear(Clearing by) {
    clearing = by;
    become(FindingState.CLEARED);
  }

  /** Takes a clearing back whose figures have been corrected; an answer stays. */
  public void restore() {
    clearing = null;
    become(
        response().filter(given -> given.countersignature() != null).isPresent()
            ? FindingState.ANSWERED
            : FindingState.RAISED);
  }

  /**
   * Whether another cycle may clear it. In a cycle that is lived here a finding has to be answered
   * first: else sharing would stop waiting for it.
   */
  public boolean endsByAnotherCycle() {
    return state == FindingState.ANSWERED
        || (state == FindingState.RAISED && origin == Origin.HISTORY);
  }

  /** What this state allows, whoever asks. */
  public List<FindingAction> allowed() {
    List<String> operations = FindingLifecycle.OF_FINDINGS.operations(state);
    return Stream.of(FindingAction.values())
        .filter(action -> operations.contains(action.operation()))
        .filter(action -> action != FindingAction.COUNTERSIGN || response != null)
        .toList();
  }

  private void require(FindingAction action) {
    if (!allowed().contains(action)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "A finding that is " + state + " does not allow " + action.operation() + " now.")
          .allowing(allowed().stream().map(FindingAction::operation).toList());
    }
  }

  private void become(FindingState next) {
    state = FindingLifecycle.OF_FINDINGS.moved(state, next);
  }

  /** Whether a judgement comes to the very same again. */
  public boolean says(ComparisonOutcome judged) {
    return judged.verdict().filter(verdict::equals).isPresent()
        && scale().equals(judged.scale())
        && figures.saysTheSame(judged.figures());
  }

  public ComparisonOutcome.Key key() {
    return new ComparisonOutcome.Key(metric, dimension, group, stage);
  }

  public Metric measuredBy() {
    return figures.metric();
  }

  public PriorWarning asPriorWarning() {
    return stage == null
        ? new PriorWarning(dimension, group, figures.faresWorse())
        : StageResult.asPriorWarning(stage, dimension, group);
  }

  public boolean isOf(UUID cycle) {
    return cycleId.equals(cycle);
  }

  /** The stage of opportunities that it is about; empty where it is about ratings. */
  public Optional<Stage> stage() {
    return Optional.ofNullable(stage);
  }

  /** Whether it has ever been raised; a note is not. */
  public boolean wasRaised() {
    return verdict.needsResponse();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID judgementId() {
    return judgementId;
  }

  public UUID cycleId() {
    return cycleId;
  }

  public String cycleKey() {
    return cycleKey;
  }

  public Origin origin() {
    return origin;
  }

  public String dimensionLabel() {
    return dimensionLabel;
  }

  public FindingVerdict verdict() {
    return verdict;
  }

  public FindingState state() {
    return state;
  }

  public Scale scale() {
    return new Scale(scaleSize, favourableFrom);
  }

  public RuleView rule() {
    return rule;
  }

  public FindingFigures figures() {
    return figures;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public Optional<JointResponse> response() {
    return Optional.ofNullable(response);
  }

  public Optional<Clearing> clearing() {
    return Optional.ofNullable(clearing);
  }
}
