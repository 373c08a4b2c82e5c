package org.evenhand.review.growth.opportunity;

import static org.evenhand.review.growth.opportunity.OpportunityLifecycle.OF_OPPORTUNITIES;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.review.growth.opportunity.terms.Eligibility;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.evenhand.review.growth.opportunity.terms.OpportunityTerms;
import org.evenhand.review.growth.opportunity.terms.SoughtCriterion;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something for which people can apply. Its version moves with what everybody may see of it alone:
 * who applies or assesses changes nothing here.
 */
@Entity
@Table(name = "opportunity")
public class Opportunity {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private OpportunityKind kind;

  @Column(name = "org_unit", updatable = false)
  private String orgUnit;

  @Column(name = "author_id", updatable = false)
  private UUID authorId;

  @Enumerated(EnumType.STRING)
  private OpportunityState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private OpportunityTerms terms;

  @JdbcTypeCode(SqlTypes.JSON)
  private Eligibility eligibility;

  @Column(name = "terms_hash")
  private @Nullable String termsHash;

  @Column(name = "posted_on")
  private @Nullable LocalDate postedOn;

  @Column(name = "open_until")
  private @Nullable LocalDate openUntil;

  @Column(name = "decided_on")
  private @Nullable LocalDate decidedOn;

  @Column(name = "withdrawal_reason")
  private @Nullable String withdrawalReason;

  protected Opportunity() {}

  public Opportunity(
      UUID id,
      OpportunityKind kind,
      String orgUnit,
      UUID author,
      OpportunityTerms terms,
      Eligibility eligibility) {
    this.id = id;
    this.kind = kind;
    this.orgUnit = orgUnit;
    this.authorId = author;
    this.terms = terms;
    this.eligibility = eligibility;
    this.state = OF_OPPORTUNITIES.begun(OpportunityState.DRAFT);
  }

  public void put(OpportunityTerms put, Eligibility eligible) {
    terms = put;
    eligibility = eligible;
  }

  /** From now on neither its criteria nor who is eligible can change. */
  public void post(LocalDate today, LocalDate until) {
    become(OpportunityState.POSTED);
    termsHash = terms.hash(eligibility);
    postedOn = today;
    openUntil = until;
  }

  public void close() {
    become(OpportunityState.CLOSED);
  }

  /**
   * @param offered whether anybody was
   */
  public void decide(LocalDate today, boolean offered) {
    become(offered ? OpportunityState.DECIDED : OpportunityState.UNFILLED);
    decidedOn = today;
  }

  /** The last offer has been answered. */
  public void end(boolean filled) {
    become(filled ? OpportunityState.FILLED : OpportunityState.UNFILLED);
  }

  public void withdraw(String reason) {
    become(OpportunityState.WITHDRAWN);
    withdrawalReason = reason;
  }

  private void become(OpportunityState next) {
    state = OF_OPPORTUNITIES.moved(state, next);
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(OpportunityStep step) {
    OF_OPPORTUNITIES.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  public boolean allows(OpportunityStep step) {
    return OF_OPPORTUNITIES.operations(state).contains(step.operation());
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public OpportunityKind kind() {
    return kind;
  }

  public String orgUnit() {
    return orgUnit;
  }

  public UUID authorId() {
    return authorId;
  }

  public OpportunityState state() {
    return state;
  }

  public OpportunityTerms terms() {
    return terms;
  }

  public Eligibility eligibility() {
    return eligibility;
  }

  public Optional<String> termsHash() {
    return Optional.ofNullable(termsHash);
  }

  public Optional<LocalDate> postedOn() {
    return Optional.ofNullable(postedOn);
  }

  public Optional<LocalDate> openUntil() {
    return Optional.ofNullable(openUntil);
  }

  public Optional<LocalDate> decidedOn() {
    return Optional.ofNullable(decidedOn);
  }

  public Optional<String> withdrawalReason() {
    return Optional.ofNullable(withdrawalReason);
  }

  /** The keys of its criteria, in their order. */
  public List<String> criteria() {
    return terms.criteria().stream().map(SoughtCriterion::key).toList();
  }

  /** The criteria without which somebody isn't eligible. */
  public List<String> conditions() {
    return terms.criteria().stream()
        .filter(SoughtCriterion::condition)
        .map(SoughtCriterion::key)
        .toList();
  }
}
