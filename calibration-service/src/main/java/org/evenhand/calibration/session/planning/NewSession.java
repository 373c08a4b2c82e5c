package org.evenhand.calibration.session.planning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.session.SessionKind;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What a session is planned from. */
public record NewSession(
    @Schema(
            description =
                "CALIBRATION by default. An EXERCISE scores checked samples of a closed cycle anew:"
                    + " it touches no review, decides nothing, and ends with the reveal")
        @Nullable SessionKind kind,
    @NotNull UUID cycleId,
    @NotNull @PlainText @Size(max = 200) @Schema(examples = "Engineering, spring") String name,
    @NotNull
        @PlainText
        @Size(max = 100)
        @Schema(description = "A manager; countersigns the session", examples = "L007")
        String coFacilitatorExternalId,
    @NotNull @Size(min = 2, max = 50) @Schema(description = "Who scores blind; alpha needs three")
        List<@NotNull @PlainText @Size(max = 100) String> raterExternalIds,
    @Schema(description = "The reviews to decide. Without them they are drawn") @Size(max = 500)
        @Nullable List<@NotNull UUID> reviewIds,
    @Schema(description = "How many to draw, across teams, job families and levels. All by default")
        @Min(1)
        @Max(500)
        @Nullable Integer size,
    @Schema(description = "How many of the reviews are scored blind. All by default")
        @Min(1)
        @Max(500)
        @Nullable Integer blindSamples) {

  /** What it is for. */
  SessionKind purpose() {
    return Optional.ofNullable(kind).orElse(SessionKind.CALIBRATION);
  }

  /** Whom it names, by pointer. */
  Map<String, String> seats() {
    var seats = new LinkedHashMap<String, String>();
    seats.put(Lineup.CO_FACILITATOR, coFacilitatorExternalId);
    for (int i = 0; i < raterExternalIds.size(); i++) {
      seats.put("/raterExternalIds/" + i, raterExternalIds.get(i));
    }
    return seats;
  }

  /** Those named; none when they are to be drawn. */
  List<UUID> reviews() {
    return Optional.ofNullable(reviewIds).orElse(List.of());
  }
}
