package org.evenhand.review.cycle.reading;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.cycle.Cancellation;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.reading.DecisionView.SignatureView;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Why a cycle is given up, by whom and when.
 *
 * @param side of whoever proposed it
 */
@Schema(name = "Cancellation")
public record CancellationView(
    String reason,
    PersonRef by,
    Instant at,
    @Nullable Side side,
    @Nullable SignatureView countersignature) {

  static CancellationView of(Cancellation cancellation, Names names) {
    return new CancellationView(
        cancellation.reason(),
        names.of(cancellation.employeeId()),
        cancellation.at(),
        cancellation.side(),
        Optional.ofNullable(cancellation.countersignature())
            .map(signed -> SignatureView.of(signed, names))
            .orElse(null));
  }
}
