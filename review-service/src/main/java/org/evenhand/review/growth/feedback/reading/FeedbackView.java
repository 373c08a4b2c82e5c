package org.evenhand.review.growth.feedback.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.feedback.Addition;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackKind;
import org.evenhand.review.growth.feedback.FeedbackState;
import org.evenhand.review.growth.feedback.FeedbackVisibility;
import org.evenhand.review.growth.feedback.FeedbackWords;
import org.evenhand.review.growth.feedback.HidingReason;
import org.evenhand.review.growth.feedback.Recipient;
import org.evenhand.review.growth.feedback.Removal;
import org.evenhand.review.growth.feedback.access.FeedbackPermissions;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as its reader may see it.
 *
 * @param behaviour absent once it is taken back or hidden, as are the other words
 * @param opened to whom the caller has it open, where they are a recipient
 * @param opensAt from when on whom it is about reads it at the latest; absent from the beginning,
 *     and for those who may not know of the request
 * @param requestId the request that it answers; for its author, its recipient and who asked
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "Feedback",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000401", "kind": "RECOGNITION", "state": "GIVEN",
         "author": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "recipients": [
           {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"}],
         "relations": ["RECIPIENT"], "criterion": "together",
         "situation": "The move of the archive",
         "behaviour": "Asked everybody what they would miss", "additions": [],
         "visibility": "RECIPIENT_AND_MANAGER",
         "opened": {"readers": [
             {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Ruben Overdijk"}],
           "everybody": false, "hr": false, "citedIn": []},
         "givenAt": "2026-05-13T09:00:00Z", "actions": ["openFeedback", "citeFeedback"]}
        """)
public record FeedbackView(
    UUID id,
    FeedbackKind kind,
    FeedbackState state,
    PersonRef author,
    List<PersonRef> recipients,
    List<FeedbackRelation> relations,
    @Nullable String criterion,
    @Nullable String value,
    @Nullable String situation,
    @Nullable String behaviour,
    @Nullable String impact,
    @Nullable String wish,
    List<AdditionView> additions,
    FeedbackVisibility visibility,
    @Nullable OpenedView opened,
    @Nullable Instant opensAt,
    @Nullable UUID requestId,
    Instant givenAt,
    @Nullable RemovalView removal,
    List<String> actions) {

  /** What its author has said later. */
  @Schema(name = "FeedbackAddition")
  public record AdditionView(String text, Instant at) {
    static AdditionView of(Addition addition) {
      return new AdditionView(addition.text(), addition.at());
    }
  }

  /**
   * To whom a recipient has it open.
   *
   * @param readers beside its author and its recipients
   * @param hr whether they show it to HR
   */
  @Schema(name = "FeedbackOpened")
  public record OpenedView(
      List<PersonRef> readers, boolean everybody, boolean hr, List<UUID> citedIn) {
    static OpenedView of(Recipient recipient, Names names) {
      return new OpenedView(
          recipient.readers().stream().map(names::of).toList(),
          recipient.everybody(),
          recipient.hrSince().isPresent(),
          recipient.citedIn());
    }
  }

  /**
   * That its words are gone.
   *
   * @param reason why HR hid it; absent where its author took it back
   * @param role by whose role it was hidden
   */
  @Schema(name = "FeedbackRemoval")
  public record RemovalView(@Nullable HidingReason reason, @Nullable String role, Instant at) {
    static RemovalView of(Removal removal) {
      return new RemovalView(removal.reason(), removal.role(), removal.at());
    }
  }

  static FeedbackView of(Feedback one, Seen seen, Names names) {
    FeedbackWords words = one.words().orElse(null);
    boolean knowsOfRequest =
        seen.is(FeedbackRelation.AUTHOR)
            || seen.is(FeedbackRelation.RECIPIENT)
            || one.isAskedBy(seen.viewer().employeeId());
    return new FeedbackView(
        one.id(),
        one.kind(),
        one.state(),
        names.of(one.authorId()),
        one.recipients().stream().map(each -> names.of(each.employeeId())).toList(),
        seen.relations().stream().sorted().toList(),
        one.criterion().orElse(null),
        one.value().orElse(null),
        words == null ? null : words.situation(),
        words == null ? null : words.behaviour(),
        words == null ? null : words.impact(),
        words == null ? null : words.wish(),
        one.additions().stream().map(AdditionView::of).toList(),
        one.visibility(),
        seen.is(FeedbackRelation.RECIPIENT)
            ? one.recipient(seen.viewer().employeeId())
                .map(own -> OpenedView.of(own, names))
                .orElse(null)
            : null,
        knowsOfRequest ? one.opensAt().orElse(null) : null,
        knowsOfRequest ? one.requestId().orElse(null) : null,
        one.givenAt(),
        one.removal().map(RemovalView::of).orElse(null),
        FeedbackPermissions.open(one, seen.relations(), seen.at()));
  }
}
