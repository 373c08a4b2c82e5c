package org.evenhand.review.growth.upward.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.upward.UpwardState;
import org.evenhand.review.growth.upward.access.UpwardRelation;
import org.jspecify.annotations.Nullable;

/**
 * A round as its reader may see it. Nothing tells how many have written but the answers themselves.
 *
 * @param asked how many are asked, as direct reports of the first day
 * @param least so many answers to a question are shown; fewer never are
 * @param shown whether enough have written; absent for whoever doesn't read the answers
 * @param reason why it was cancelled; absent where the manager left
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "UpwardRoundView",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000701", "state": "CLOSED",
         "manager": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "openedBy": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Hedda Quist"},
         "openedOn": "2026-11-30", "closesOn": "2026-12-11", "asked": 4, "least": 3,
         "shown": true, "relations": ["LINE", "OPENER", "READER"],
         "questions": [{"number": 1, "text": "What of their leading helps you?",
           "answers": ["Asks before deciding", "Says no for us", "Time for each of us"]}],
         "actions": []}
        """)
public record UpwardRoundView(
    UUID id,
    UpwardState state,
    PersonRef manager,
    @Nullable PersonRef openedBy,
    LocalDate openedOn,
    LocalDate closesOn,
    int asked,
    int least,
    @Nullable Boolean shown,
    @Nullable String reason,
    List<UpwardRelation> relations,
    List<QuestionView> questions,
    List<String> actions) {

  /**
   * A question, with what was answered.
   *
   * @param answers in an order of chance, of nobody by name; absent for whoever doesn't read them
   */
  @Schema(name = "UpwardQuestion")
  public record QuestionView(int number, String text, @Nullable List<String> answers) {}
}
