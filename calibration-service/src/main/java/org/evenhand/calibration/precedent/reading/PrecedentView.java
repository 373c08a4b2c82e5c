package org.evenhand.calibration.precedent.reading;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.precedent.Anchored;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentSource;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.calibration.precedent.PrecedentTag;
import org.evenhand.calibration.precedent.PrecedentWords;
import org.evenhand.calibration.precedent.Withdrawal;
import org.evenhand.calibration.precedent.access.PrecedentContext;
import org.evenhand.calibration.session.Objection;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A precedent as its readers see it. Nothing tells whether it is fiction: who has written it would
 * tell of which unit it comes, and so only the two of them are shown who they are.
 *
 * @param parts absent, as reason and dissent are, once it is withdrawn
 */
public record PrecedentView(
    UUID id,
    PrecedentState state,
    UUID policyId,
    int policyVersion,
    @Schema(description = "Absent where it is about a whole review") @Nullable String criterion,
    int ordinal,
    List<PrecedentTag> tags,
    @Nullable List<RedactedPart> parts,
    @Nullable String reason,
    @Nullable String dissent,
    @Schema(description = "For the two who bring it about") @Nullable PersonRef author,
    @Schema(description = "For the two who bring it about") @Nullable PersonRef checker,
    @Schema(description = "What the checker has recognised somebody by, until it is taken out")
        @Nullable String passage,
    @Schema(description = "For whoever it is about") @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable LocalDate objectableUntil,
    @Schema(description = "What one side has asked for; for HR and managers")
        @Nullable AskedWithdrawal withdrawal,
    @Nullable Instant publishedAt,
    @Schema(description = "The operations that the caller may begin now") List<String> actions) {

  /** Who has asked isn't shown: with what they lead, it would tell of whom the case tells. */
  @Schema(name = "AskedWithdrawal")
  record AskedWithdrawal(Pair.Side side, Withdrawal.Cause cause, Instant at) {

    static AskedWithdrawal of(Withdrawal asked) {
      return new AskedWithdrawal(asked.side(), asked.cause(), asked.at());
    }
  }

  public static PrecedentView of(PrecedentContext context) {
    Precedent precedent = context.precedent();
    Anchored about = precedent.about();
    Optional<PrecedentWords> words = precedent.words();
    boolean ofPair = context.isOfPair();
    return new PrecedentView(
        precedent.id(),
        precedent.state(),
        about.policyId(),
        about.policyVersion(),
        about.criterion(),
        about.ordinal(),
        precedent.tags(),
        words.map(PrecedentWords::parts).orElse(null),
        words.map(PrecedentWords::reason).orElse(null),
        words.map(PrecedentWords::dissent).orElse(null),
        ofPair ? PersonRef.of(precedent.pair().author()) : null,
        ofPair ? PersonRef.of(precedent.pair().checker()) : null,
        ofPair ? precedent.objection().map(Objection::passage).orElse(null) : null,
        context.isReviewee()
            ? context.source().flatMap(PrecedentSource::objectableUntil).orElse(null)
            : null,
        context.isOfSide() ? precedent.withdrawal().map(AskedWithdrawal::of).orElse(null) : null,
        precedent.publishedAt().orElse(null),
        context.actions());
  }
}
