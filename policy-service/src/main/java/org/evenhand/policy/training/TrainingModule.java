package org.evenhand.policy.training;

import static org.evenhand.policy.training.ModuleLifecycle.OF_MODULES;

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
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A module and the two who lead it. What both have brought about both end. */
@Entity
@Table(name = "training_module")
public class TrainingModule {

  private static final String NO_RETIREMENT = "Nobody has proposed to end it.";

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(updatable = false)
  private String key;

  @Enumerated(EnumType.STRING)
  private ModuleState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private ModuleTerms terms;

  /** In columns, so that modules are found by whoever leads them. */
  @Column(name = "hr_lead")
  private UUID hrLead;

  @Column(name = "manager_lead")
  private UUID managerLead;

  @JdbcTypeCode(SqlTypes.JSON)
  private Agreement agreed;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ModuleRetirement retirement;

  @Column(name = "offered_at")
  private @Nullable Instant offeredAt;

  @Column(name = "retired_at")
  private @Nullable Instant retiredAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected TrainingModule() {}

  /**
   * @param by one of the two, who agrees to it by writing it
   */
  public TrainingModule(
      UUID id, String key, ModuleTerms terms, CoLeads leads, UUID by, Instant at) {
    this.id = id;
    this.key = key;
    this.state = OF_MODULES.begun(ModuleState.PROPOSED);
    this.terms = terms;
    this.hrLead = leads.hr();
    this.managerLead = leads.manager();
    this.agreed = new Agreement(Set.of(by));
    this.createdAt = at;
    this.updatedAt = at;
  }

  /** What the other had agreed to is another module now. */
  public void edit(ModuleTerms edited, CoLeads leads, UUID by, Instant at) {
    require(ModuleStep.EDIT);
    terms = edited;
    hrLead = leads.hr();
    managerLead = leads.manager();
    agreed = new Agreement(Set.of(by));
    updatedAt = at;
  }

  /** What it says is part of what both agree to. */
  public void write(UUID by, Instant at) {
    require(ModuleStep.WRITING);
    agreed = new Agreement(Set.of(by));
    updatedAt = at;
  }

  /** Offered once both have agreed. */
  public ModuleHappening agree(UUID by, Instant at) {
    require(ModuleStep.AGREEMENT);
    if (agreed.isOf(by)) {
      throw waits("The other of the two agrees.");
    }
    agreed = agreed.with(by);
    updatedAt = at;
    if (!leads().each().allMatch(agreed::isOf)) {
      return ModuleHappening.AGREED;
    }
    state = OF_MODULES.moved(state, ModuleState.OFFERED);
    offeredAt = at;
    return ModuleHappening.OFFERED;
  }

  public void withdraw(Instant at) {
    require(ModuleStep.WITHDRAWAL);
    state = OF_MODULES.moved(state, ModuleState.WITHDRAWN);
    updatedAt = at;
  }

  public void proposeRetirement(ModuleRetirement proposal) {
    require(ModuleStep.RETIREMENT);
    if (retirement != null) {
      throw waits("It is proposed already: the other of the two countersigns.");
    }
    retirement = proposal;
    updatedAt = proposal.at();
  }

  /** Whoever proposed it takes it back, or the other doesn't want it: the module goes on. */
  public void withdrawRetirement(Instant at) {
    require(ModuleStep.RETIREMENT_WITHDRAWAL);
    if (retirement == null) {
      throw waits(NO_RETIREMENT);
    }
    retirement = null;
    updatedAt = at;
  }

  public void countersignRetirement(UUID by, Instant at) {
    require(ModuleStep.RETIREMENT_COUNTERSIGNATURE);
    if (retirement == null) {
      throw waits(NO_RETIREMENT);
    }
    if (retirement.by().equals(by)) {
      throw Problem.of(PolicyProblem.SAME_SIDE_TWICE, "The other of the two countersigns.");
    }
    state = OF_MODULES.moved(state, ModuleState.RETIRED);
    retiredAt = at;
    updatedAt = at;
  }

  /** What whoever goes has agreed to or proposed, whoever comes hasn't. */
  public void replace(UUID leaving, UUID joining, Instant at) {
    require(ModuleStep.CO_LEAD_REPLACEMENT);
    CoLeads now = leads().replaced(leaving, joining);
    hrLead = now.hr();
    managerLead = now.manager();
    if (state == ModuleState.PROPOSED) {
      agreed = agreed.without(leaving);
    }
    if (retirement != null && retirement.by().equals(leaving)) {
      retirement = null;
    }
    updatedAt = at;
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(ModuleStep wanted) {
    OF_MODULES.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  private Problem waits(String why) {
    return Problem.of(PolicyProblem.TRANSITION_REFUSED, why).allowing(OF_MODULES.operations(state));
  }

  /** Until both have agreed to it, it is theirs and HR's. */
  public boolean visibleTo(UUID person, boolean hr) {
    return hr
        || leads().include(person)
        || state == ModuleState.OFFERED
        || state == ModuleState.RETIRED;
  }

  public boolean isOffered() {
    return state == ModuleState.OFFERED;
  }

  /** Who has to agree, or to countersign; nobody where nothing waits. */
  public List<UUID> awaited() {
    if (state == ModuleState.PROPOSED) {
      return leads().each().filter(lead -> !agreed.isOf(lead)).toList();
    }
    return state == ModuleState.OFFERED && retirement != null
        ? leads().each().filter(lead -> !retirement.by().equals(lead)).toList()
        : List.of();
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public String key() {
    return key;
  }

  public ModuleState state() {
    return state;
  }

  public ModuleTerms terms() {
    return terms;
  }

  public CoLeads leads() {
    return new CoLeads(hrLead, managerLead);
  }

  public Set<UUID> agreed() {
    return agreed.by();
  }

  public Optional<ModuleRetirement> retirement() {
    return Optional.ofNullable(retirement);
  }

  public Optional<Instant> offeredAt() {
    return Optional.ofNullable(offeredAt);
  }

  public Optional<Instant> retiredAt() {
    return Optional.ofNullable(retiredAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
