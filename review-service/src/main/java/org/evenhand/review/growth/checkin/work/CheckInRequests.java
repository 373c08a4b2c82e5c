package org.evenhand.review.growth.checkin.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.checkin.AgendaItem;
import org.jspecify.annotations.Nullable;

/** What callers send to a check-in. */
final class CheckInRequests {

  private static final int MOST_WEEKS = 26;

  private CheckInRequests() {}

  /**
   * @param employeeId with whom, as whoever leads them; absent for the caller's own
   * @param assignmentId which of the employee's assignments, by the HRIS' id; absent for the main
   *     one
   * @param everyWeeks absent for the rhythm of the policy in force, and where it has none for one
   *     alone
   */
  @Schema(
      name = "CheckInRequest",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000021", "plannedFor": "2026-12-08",
           "everyWeeks": 2}
          """)
  record CheckInRequest(
      @Nullable UUID employeeId,
      @PlainText @Size(max = 100) @Nullable String assignmentId,
      @NotNull LocalDate plannedFor,
      @Min(1) @Max(MOST_WEEKS) @Nullable Integer everyWeeks) {}

  /**
   * @param everyWeeks absent for the rhythm of the policy in force, and where it has none for no
   *     further one
   */
  @Schema(
      name = "CheckInPlanRequest",
      example = "{\"plannedFor\": \"2026-12-10\", \"everyWeeks\": 4}")
  record PlanRequest(
      @NotNull LocalDate plannedFor, @Min(1) @Max(MOST_WEEKS) @Nullable Integer everyWeeks) {}

  /** All that the caller wants to speak about. */
  @Schema(
      name = "CheckInAgendaRequest",
      example = "{\"items\": [{\"text\": \"The second release\"}]}")
  record AgendaRequest(@NotNull @Size(max = 20) List<@NotNull @Valid ItemRequest> items) {

    List<AgendaItem> agenda() {
      return items.stream().map(ItemRequest::item).toList();
    }
  }

  @Schema(name = "CheckInAgendaItemRequest")
  record ItemRequest(
      @NotNull @PlainText @Size(max = 1000) String text,
      @Nullable UUID goalId,
      @Nullable UUID planId,
      @Nullable UUID observationId) {

    AgendaItem item() {
      return new AgendaItem(text, goalId, planId, observationId);
    }
  }

  /**
   * @param text absent to take the note back
   */
  @Schema(name = "CheckInNoteRequest", example = "{\"text\": \"We look for somebody to help\"}")
  record NoteRequest(@PlainText @Size(max = 8000) @Nullable String text) {}

  @Schema(name = "CheckInHoldingRequest", example = "{\"heldOn\": \"2026-12-08\"}")
  record HoldingRequest(@NotNull LocalDate heldOn) {}

  @Schema(name = "CheckInSkippingRequest", example = "{\"reason\": \"The audit takes all week\"}")
  record SkippingRequest(@NotNull @PlainText @Size(max = 2000) String reason) {}

  @Schema(name = "EarlierNotesRequest", example = "{\"passedOn\": true}")
  record EarlierNotesRequest(@NotNull Boolean passedOn) {}
}
