package org.evenhand.review.growth.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * An observation as its reader may see it.
 *
 * @param situation absent once it is withdrawn, as are the other words
 * @param impact absent where nobody said what came of it
 * @param toldAt when the person was told of it
 * @param citations where it is cited, once by each side at most
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "GatheredObservation",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000301", "state": "KEPT",
         "subject": {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"},
         "author": {"id": "019a8c1e-6f00-7000-8000-000000000022", "name": "Bojan Yordanov"},
         "relations": ["AUTHOR"], "criterion": "delivery",
         "situation": "The release was at risk",
         "behaviour": "Split it and said what would not be in it",
         "impact": "The first half shipped in time", "observedOn": "2026-05-12",
         "recordedAt": "2026-05-13T09:00:00Z", "toldAt": "2026-05-14T09:00:00Z",
         "reply": {"text": "Two of us split it", "at": "2026-05-15T09:00:00Z"},
         "citations": [], "actions": ["withdrawObservation"]}
        """)
record GatheredObservationView(
    UUID id,
    ObservationState state,
    PersonRef subject,
    PersonRef author,
    List<ObservationRelation> relations,
    String criterion,
    @Nullable String situation,
    @Nullable String behaviour,
    @Nullable String impact,
    LocalDate observedOn,
    Instant recordedAt,
    @Nullable Instant toldAt,
    @Nullable ReplyView reply,
    List<CitationView> citations,
    List<String> actions) {

  /** What the person says to it. */
  @Schema(name = "ObservationReplyView")
  record ReplyView(String text, Instant at) {}

  /**
   * That a review rests on it.
   *
   * @param reviewId for the person and whoever reviews them
   */
  @Schema(name = "ObservationCitationView")
  record CitationView(CitingSide side, @Nullable UUID reviewId, Instant at) {}

  private static List<CitationView> citations(GatheredObservation seen, boolean ofReview) {
    return seen.citations().entrySet().stream()
        .map(
            cited ->
                new CitationView(
                    cited.getKey(),
                    ofReview ? cited.getValue().reviewId() : null,
                    cited.getValue().at()))
        .toList();
  }

  static GatheredObservationView of(
      GatheredObservation seen, Set<ObservationRelation> relations, Viewer viewer, Names names) {
    boolean ofReview =
        relations.contains(ObservationRelation.SUBJECT)
            || relations.contains(ObservationRelation.REVIEWER);
    return new GatheredObservationView(
        seen.id(),
        seen.state(),
        names.of(seen.subjectId()),
        names.of(seen.authorId()),
        relations.stream().sorted().toList(),
        seen.criterion(),
        seen.words().map(ObservedWords::situation).orElse(null),
        seen.words().map(ObservedWords::behaviour).orElse(null),
        seen.words().map(ObservedWords::impact).orElse(null),
        seen.observedOn(),
        seen.recordedAt(),
        seen.toldAt().orElse(null),
        seen.reply().map(said -> new ReplyView(said.text(), said.at())).orElse(null),
        citations(seen, ofReview),
        ObservationPermissions.open(seen, relations, viewer));
  }
}
