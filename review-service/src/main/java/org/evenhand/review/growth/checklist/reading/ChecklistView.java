package org.evenhand.review.growth.checklist.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistState;
import org.evenhand.review.growth.checklist.ItemOwner;
import org.evenhand.review.growth.checklist.ItemState;
import org.evenhand.review.growth.checklist.access.ChecklistRelation;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as its reader may see it. A buddy sees what is theirs to do and for whom, and not on
 * what occasion.
 *
 * @param startsOn the day from which its days are counted
 * @param buddy absent as long as nobody is named, and for the buddy
 * @param ending absent unless it ended before all was done
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "ChecklistView")
public record ChecklistView(
    UUID id,
    ChecklistState state,
    PersonRef employee,
    @Nullable ChecklistKind kind,
    @Nullable String assignmentId,
    @Nullable LocalDate startsOn,
    @Nullable PersonRef manager,
    @Nullable PersonRef buddy,
    @Nullable PersonRef begunBy,
    List<ChecklistItemView> items,
    @Nullable ChecklistEndingView ending,
    List<ChecklistRelation> relations,
    List<String> actions) {

  /**
   * @param reason why it isn't needed
   */
  @Schema(name = "ChecklistItemView")
  public record ChecklistItemView(
      UUID id,
      ItemOwner owner,
      String title,
      @Nullable String description,
      LocalDate dueOn,
      ItemState state,
      @Nullable String reason,
      @Nullable PersonRef closedBy,
      @Nullable Instant closedAt,
      List<String> actions) {}

  /**
   * @param by absent where it ended by itself
   */
  @Schema(name = "ChecklistEndingView")
  public record ChecklistEndingView(
      ChecklistEndingCause cause, @Nullable String reason, @Nullable PersonRef by, Instant at) {}
}
