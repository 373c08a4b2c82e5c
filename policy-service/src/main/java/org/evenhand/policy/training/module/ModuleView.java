package org.evenhand.policy.training.module;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.CoLeads;
import org.evenhand.policy.training.ModuleRetirement;
import org.evenhand.policy.training.ModuleState;
import org.evenhand.policy.training.ModuleTerms;
import org.evenhand.policy.training.Requirement;
import org.evenhand.policy.training.TrainingFormat;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingTopic;
import org.jspecify.annotations.Nullable;

/** A module as a client reads it. */
@Schema(name = "TrainingModule", description = "A module of training and the two who lead it.")
public record ModuleView(
    UUID id,
    String key,
    ModuleState state,
    String title,
    TrainingFormat format,
    List<TrainingTopic> topics,
    @Schema(description = "How many months a completion counts; absent where it counts for good")
        @Nullable Integer validMonths,
    @Schema(
            description =
                "What nobody does without it, in cycles that open after it was offered; empty where"
                    + " it is an offer alone")
        List<Requirement> requiredFor,
    @Schema(
            description =
                "What is scored in a case study, for the two who lead it alone: others score it"
                    + " blind")
        @Nullable List<UUID> precedents,
    LeadsView coLeads,
    @Schema(description = "Who of the two has agreed to it as it is") List<PersonRef> agreed,
    @Nullable RetirementView retirement,
    @Nullable Instant offeredAt,
    @Nullable Instant retiredAt,
    Instant createdAt,
    Instant updatedAt,
    List<String> actions) {

  static ModuleView of(TrainingModule module, Actor reader) {
    ModuleTerms terms = module.terms();
    return new ModuleView(
        module.id(),
        module.key(),
        module.state(),
        terms.title(),
        terms.format(),
        terms.topics(),
        terms.validMonths(),
        terms.requiredFor(),
        isLead(module, reader) ? terms.precedents() : null,
        LeadsView.of(module.leads()),
        PersonRef.all(module.agreed().stream().sorted().toList()),
        module.retirement().map(RetirementView::of).orElse(null),
        module.offeredAt().orElse(null),
        module.retiredAt().orElse(null),
        module.createdAt(),
        module.updatedAt(),
        ModuleActions.of(module, reader));
  }

  private static boolean isLead(TrainingModule module, Actor reader) {
    return module.leads().each().anyMatch(reader::is);
  }

  /** The two who lead it. */
  @Schema(name = "TrainingCoLeads")
  public record LeadsView(
      @Schema(description = "Who leads it for HR") PersonRef hr,
      @Schema(description = "Who leads it for the managers") PersonRef manager) {

    static LeadsView of(CoLeads leads) {
      return new LeadsView(PersonRef.of(leads.hr()), PersonRef.of(leads.manager()));
    }
  }

  /** That one of the two wants it to end. */
  @Schema(name = "TrainingModuleRetirement")
  public record RetirementView(String reason, PersonRef by, Instant at) {

    static RetirementView of(ModuleRetirement proposal) {
      return new RetirementView(proposal.reason(), PersonRef.of(proposal.by()), proposal.at());
    }
  }
}
