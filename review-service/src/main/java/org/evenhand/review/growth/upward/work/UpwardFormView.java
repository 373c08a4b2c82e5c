package org.evenhand.review.growth.upward.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.upward.UpwardAnswer;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.UpwardWriter;
import org.evenhand.review.growth.upward.reading.UpwardRoundView.QuestionView;
import org.evenhand.review.growth.upward.reading.UpwardViews;

/**
 * What one is asked, and has written so far. Before anybody writes it says how many are asked and
 * from how many answers on a question is shown.
 *
 * @param asked how many are asked, the caller among them
 * @param least so many answers to a question are shown; fewer never are
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "UpwardForm",
    example =
        """
        {"roundId": "019a8c1e-6f00-7000-8000-000000000701", "asked": 4, "least": 3,
         "closesOn": "2026-12-11",
         "questions": [{"number": 1, "text": "What of their leading helps you in your work?"}],
         "answers": [{"question": 1, "text": "Asks us before deciding"}],
         "actions": ["putUpwardAnswers", "withdrawUpwardAnswers"]}
        """)
record UpwardFormView(
    UUID roundId,
    int asked,
    int least,
    LocalDate closesOn,
    List<QuestionView> questions,
    List<AnswerView> answers,
    List<String> actions) {

  /** One's own answer to a question, by its number. */
  @Schema(name = "UpwardAnswer")
  record AnswerView(int question, String text) {

    private static AnswerView of(UpwardAnswer answer) {
      return new AnswerView(answer.question(), answer.text());
    }
  }

  static UpwardFormView of(UpwardRound round, UpwardWriter part, List<String> actions) {
    return new UpwardFormView(
        round.id(),
        round.asked(),
        UpwardRound.LEAST,
        round.closesOn(),
        UpwardViews.questions(round, null),
        part.answers().stream().map(AnswerView::of).toList(),
        actions);
  }
}
