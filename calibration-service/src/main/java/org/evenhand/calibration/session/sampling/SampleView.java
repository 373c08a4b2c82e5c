package org.evenhand.calibration.session.sampling;

import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.session.Consensus;
import org.evenhand.calibration.session.Decision;
import org.evenhand.calibration.session.Objection;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.calibration.session.scoring.OwnScore;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a member sees it.
 *
 * @param objection what the second person found, until it is taken out; for the facilitators
 * @param reviewId for the facilitators alone, who decide about it
 * @param originalOrdinal the reviewer's rating, for everyone from REVEALED on and for the
 *     facilitators before
 * @param ownScore the caller's, with the version to change it by
 * @param scores all of them in ascending order, from REVEALED on
 */
public record SampleView(
    UUID id,
    int position,
    boolean blind,
    boolean checked,
    @Nullable Objection objection,
    List<RedactedPart> parts,
    @Nullable OwnScore ownScore,
    @Nullable List<Integer> scores,
    @Nullable Integer originalOrdinal,
    @Nullable UUID reviewId,
    @Nullable Consensus consensus,
    @Nullable Decision decision) {}
