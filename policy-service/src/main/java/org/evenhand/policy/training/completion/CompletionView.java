package org.evenhand.policy.training.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.CompletionState;
import org.evenhand.policy.training.Exemption;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.jspecify.annotations.Nullable;

/** A completion as a client reads it. */
@Schema(name = "TrainingCompletion", description = "How far one person is with one module.")
public record CompletionView(
    UUID id,
    UUID moduleId,
    @Schema(description = "The key of the module") String moduleKey,
    @Schema(description = "The title of the module") String moduleTitle,
    PersonRef person,
    CompletionState state,
    @Schema(description = "Whether it is to be gone through now") boolean owed,
    @Schema(description = "By when the person was asked to go through it")
        @Nullable LocalDate dueOn,
    @Nullable LocalDate completedOn,
    @Schema(description = "Who has recorded it; absent where a file did")
        @Nullable PersonRef recordedBy,
    @Schema(
            description =
                "The last day on which it counts; absent where it counts for good. When its person"
                    + " is back from a leave, it has moved by as long as that was")
        @Nullable LocalDate validUntil,
    @Schema(
            description =
                "Since when it stands still, for its person alone: what expires meanwhile counts"
                    + " again when they are back")
        @Nullable LocalDate standsStillFrom,
    @Schema(description = "Why it isn't needed; for its person and the two who lead the module")
        @Nullable ExemptionView exemption,
    Instant updatedAt,
    List<String> actions) {

  static CompletionView of(
      TrainingCompletion completion, TrainingModule module, Actor reader, LocalDate today) {
    boolean own = reader.is(completion.personId());
    return new CompletionView(
        completion.id(),
        module.id(),
        module.key(),
        module.terms().title(),
        PersonRef.of(completion.personId()),
        completion.state(),
        completion.isOwed(today) && !(own && completion.validity().standsStill()),
        completion.enrolment().dueOn(),
        completion.completedOn().orElse(null),
        completion.recordedBy().map(PersonRef::of).orElse(null),
        completion.validity().until(),
        own ? completion.validity().standsStillFrom() : null,
        isParty(completion, module, reader) ? exemption(completion) : null,
        completion.updatedAt(),
        CompletionActions.of(completion, module, reader.person()));
  }

  /** Its person and the two who lead the module; others learn of no proposal. */
  static boolean isParty(TrainingCompletion completion, TrainingModule module, Actor reader) {
    return reader.is(completion.personId()) || module.leads().include(reader.person());
  }

  private static @Nullable ExemptionView exemption(TrainingCompletion completion) {
    return completion.proposal().or(completion::exemption).map(ExemptionView::of).orElse(null);
  }

  /** That somebody doesn't need it. */
  @Schema(name = "TrainingExemption")
  public record ExemptionView(
      Exemption.Code code,
      @Schema(description = "In words; absent where a task was waived") @Nullable String reason,
      @Schema(description = "The last day; absent where it has no end") @Nullable LocalDate until,
      @Schema(description = "Who has proposed it; absent where a task was waived")
          @Nullable PersonRef proposedBy,
      @Schema(description = "Who has agreed to it; absent while it is proposed")
          @Nullable PersonRef agreedBy) {

    static ExemptionView of(Exemption exemption) {
      return new ExemptionView(
          exemption.code(),
          exemption.reason(),
          exemption.until(),
          PersonRef.orNull(exemption.proposedBy()),
          PersonRef.orNull(exemption.agreedBy()));
    }
  }
}
