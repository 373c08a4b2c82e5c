package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.training.ModuleTerms;
import org.evenhand.policy.training.Requirement;
import org.evenhand.policy.training.TrainingFormat;
import org.evenhand.policy.training.TrainingTopic;
import org.jspecify.annotations.Nullable;

/** What one of the two writes of a module. */
@Schema(
    name = "TrainingModuleRequest",
    example =
        """
        {"key": "rating-fairly", "title": "Rating fairly", "format": "WORKSHOP",
         "topics": ["BIAS_AWARENESS", "EVIDENCE"], "validMonths": 24, "requiredFor": ["RATING"],
         "coLeads": {"hr": "L002", "manager": "L007"}}
        """)
record ModuleRequest(
    @NotNull @Pattern(regexp = KEY) @Schema(description = "How files name it; it stays") String key,
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull TrainingFormat format,
    @NotNull @Size(min = 1, max = 5) List<@NotNull TrainingTopic> topics,
    @Nullable @Min(1) @Max(120) Integer validMonths,
    @Nullable @Size(max = 4) List<@NotNull Requirement> requiredFor,
    @Nullable @Size(max = 20) List<@NotNull UUID> precedents,
    @NotNull @Valid LeadsRequest coLeads) {

  /** Plain, so that no two look alike. */
  static final String KEY = "^[a-z0-9][a-z0-9-]{0,39}$";

  /** By externalId. */
  @Schema(name = "TrainingCoLeadsRequest")
  record LeadsRequest(
      @NotNull
          @PlainText
          @Size(max = 100)
          @Schema(description = "Who leads it for HR", examples = "L002")
          String hr,
      @NotNull
          @PlainText
          @Size(max = 100)
          @Schema(description = "Who leads it for the managers", examples = "L007")
          String manager) {}

  /**
   * @throws Problem 422 where something else than a case study names precedents
   */
  ModuleTerms terms() {
    List<UUID> cases = Objects.requireNonNullElse(precedents, List.<UUID>of());
    if (format != TrainingFormat.CASE_STUDY && !cases.isEmpty()) {
      throw Problem.of(PolicyProblem.TRAINING_INVALID, "A case study alone is about precedents.")
          .with(INCONSISTENT.at("/precedents", "are for a CASE_STUDY"));
    }
    return new ModuleTerms(
        title,
        format,
        topics,
        validMonths,
        Objects.requireNonNullElse(requiredFor, List.<Requirement>of()),
        cases);
  }
}
