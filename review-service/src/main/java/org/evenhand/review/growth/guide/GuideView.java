package org.evenhand.review.growth.guide;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * The guide to a situation.
 *
 * @param inForce absent until a first text is signed
 * @param draft what waits for the other side; for HR and managers
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "ConversationGuide",
    example =
        """
        {"situation": "HARD_MESSAGE",
         "inForce": {"number": 1, "title": "When the message is hard",
           "text": "Say it in the first minute. Then be silent, and listen.",
           "signatures": [
             {"side": "HR", "at": "2026-11-29T12:00:00Z",
              "by": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Marit Lindqvist"}},
             {"side": "MANAGER", "at": "2026-11-30T12:00:00Z",
              "by": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Ruben Overdijk"}}]},
         "actions": ["putGuideDraft"]}
        """)
record GuideView(
    Situation situation,
    @Nullable GuideVersionView inForce,
    @Nullable GuideDraftView draft,
    List<String> actions) {

  @Schema(name = "GuideSignature")
  record GuideSignatureView(Side side, PersonRef by, Instant at) {

    private static GuideSignatureView of(Signature signature, Names names) {
      return new GuideSignatureView(
          signature.side(), names.of(signature.employeeId()), signature.at());
    }

    private static List<GuideSignatureView> of(JointDecision signed, Names names) {
      return signed.isComplete()
          ? List.of(
              of(signed.proposal(), names),
              of(Objects.requireNonNull(signed.countersignature()), names))
          : List.of(of(signed.proposal(), names));
    }
  }

  @Schema(name = "GuideDraft")
  record GuideDraftView(String title, String text, List<GuideSignatureView> signatures) {

    static GuideDraftView of(GuideDraft draft, Names names) {
      return new GuideDraftView(
          draft.text().title(), draft.text().text(), GuideSignatureView.of(draft.signed(), names));
    }
  }

  @Schema(
      name = "GuideVersion",
      example =
          """
          {"number": 1, "title": "When the message is hard",
           "text": "Say it in the first minute. Then be silent, and listen.",
           "signatures": [
             {"side": "HR", "at": "2026-11-29T12:00:00Z",
              "by": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Marit Lindqvist"}}]}
          """)
  record GuideVersionView(
      int number, String title, String text, List<GuideSignatureView> signatures) {

    static GuideVersionView of(GuideVersion version, Names names) {
      return new GuideVersionView(
          version.number(),
          version.content().text().title(),
          version.content().text().text(),
          GuideSignatureView.of(version.content().signed(), names));
    }
  }
}
