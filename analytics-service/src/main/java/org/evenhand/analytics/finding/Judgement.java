package org.evenhand.analytics.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That the groups of a cycle were judged, by which rule, with which outcomes. */
@Entity
@Table(name = "judgement")
public class Judgement {

  /** An imported year has none: whatever comes of it is judged. */
  public static final long WITHOUT_EDITIONS = 0;

  @Id private UUID id;

  @Version private long version;

  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "cycle_key")
  private String cycleKey;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private long number;

  private long edition;

  @Column(name = "judged_at")
  private Instant judgedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private Rule rule;

  @JdbcTypeCode(SqlTypes.JSON)
  private Outcomes outcomes;

  private long raised;

  protected Judgement() {}

  /**
   * @param number 1 for the first of its cycle
   * @param edition of the results that are judged
   */
  public Judgement(
      UUID id, Cycle cycle, long number, long edition, List<ComparisonOutcome> all, Instant at) {
    this.id = id;
    this.cycleId = cycle.id();
    this.cycleKey = cycle.key();
    this.origin = cycle.origin();
    this.number = number;
    this.edition = edition;
    this.judgedAt = at;
    this.rule = Rule.inForce();
    this.outcomes = Outcomes.of(all);
  }

  public void raised(long findings) {
    raised = findings;
  }

  public UUID id() {
    return id;
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

  public long number() {
    return number;
  }

  /** Of a live cycle: which of the results that were proposed to be shared it judged. */
  public Optional<Long> edition() {
    return Optional.of(edition).filter(any -> origin == Origin.LIVE);
  }

  /** Whether these results, or later ones, were judged. */
  public boolean covers(long results) {
    return edition >= results;
  }

  public Instant judgedAt() {
    return judgedAt;
  }

  public Rule rule() {
    return rule;
  }

  public Outcomes outcomes() {
    return outcomes;
  }

  public long raised() {
    return raised;
  }
}
