package org.evenhand.review.growth.checkin.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.Party;
import org.evenhand.review.growth.checkin.access.CheckInRelation;
import org.jspecify.annotations.Nullable;

/**
 * A check-in as one of its two reads it. A successor reads what was shared, and no agenda.
 *
 * @param recordBy the last day to say that it was held
 * @param everyWeeks absent where no further one is planned by itself
 * @param paused whether one of the two is away, so that nothing is due
 * @param reason why it was skipped; absent where the two are no longer a pair
 * @param earlierNotesPassedOn whether the manager reads what was shared with those before them;
 *     false for a successor, whom it doesn't concern
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CheckInView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000501", "state": "PLANNED",
         "employee": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "manager": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "relations": ["EMPLOYEE"], "plannedFor": "2026-12-08", "recordBy": "2026-12-11",
         "everyWeeks": 2, "paused": false,
         "agenda": [{"by": "EMPLOYEE", "text": "The second release"}],
         "sharedNotes": [{"by": "MANAGER", "text": "We look for somebody to help"}],
         "earlierNotesPassedOn": false,
         "actions": ["changeCheckIn", "putCheckInAgenda", "putSharedNote", "putPrivateNote",
           "holdCheckIn", "skipCheckIn", "addCheckInAction", "passEarlierNotesOn"]}
        """)
public record CheckInView(
    UUID id,
    CheckInState state,
    PersonRef employee,
    PersonRef manager,
    List<CheckInRelation> relations,
    LocalDate plannedFor,
    LocalDate recordBy,
    @Nullable Integer everyWeeks,
    boolean paused,
    @Nullable LocalDate heldOn,
    @Nullable String reason,
    List<AgendaItemView> agenda,
    List<SharedNoteView> sharedNotes,
    boolean earlierNotesPassedOn,
    List<String> actions) {

  /**
   * @param goalId absent where there is none that the reader may see, as with planId and
   *     observationId
   */
  @Schema(name = "CheckInAgendaItem")
  public record AgendaItemView(
      Party by,
      String text,
      @Nullable UUID goalId,
      @Nullable UUID planId,
      @Nullable UUID observationId) {}

  @Schema(name = "CheckInNote")
  public record SharedNoteView(Party by, String text) {}
}
