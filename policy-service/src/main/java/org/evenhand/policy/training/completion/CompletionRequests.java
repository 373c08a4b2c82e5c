package org.evenhand.policy.training.completion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What is sent about completions. */
final class CompletionRequests {

  private CompletionRequests() {}

  /** That somebody is to go through a module. */
  @Schema(
      name = "TrainingEnrolment",
      example =
          """
          {"moduleId": "019a8c1e-6f00-7000-8000-000000000021", "employee": "L011",
           "dueOn": "2027-03-31"}
          """)
  record EnrolmentRequest(
      @NotNull UUID moduleId,
      @NotNull @PlainText @Size(max = 100) @Schema(description = "Who, by externalId")
          String employee,
      @Schema(description = "By when; without it within the days of the task")
          @Nullable LocalDate dueOn) {}

  /** That somebody has gone through it. */
  @Schema(name = "TrainingCompletionRequest", example = "{\"completedOn\": \"2027-02-11\"}")
  record RecordRequest(
      @NotNull @Schema(description = "On which day, at the place of the person")
          LocalDate completedOn) {}

  /** That somebody doesn't need it. */
  @Schema(
      name = "TrainingExemptionRequest",
      example =
          """
          {"code": "TRAINED_ELSEWHERE", "reason": "Led the same workshop in another company",
           "until": "2027-12-31"}
          """)
  record ExemptionRequest(
      @NotNull Ground code,
      @NotNull @PlainText @Size(max = 2000) String reason,
      @NotNull @Schema(description = "The last day") LocalDate until) {}

  /** Why. It never says why somebody is away. */
  enum Ground {
    TRAINED_ELSEWHERE,
    NOT_IN_THE_ROLE,
    OTHER
  }
}
