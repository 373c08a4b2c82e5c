package org.evenhand.policy.charter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.charter.kind.KindTerms;

/**
 * What HR and managers sign. What may be left out has a default here, so that the hash of what is
 * stored is the hash of what is read.
 *
 * @param inForceOn a date in UTC; a charter that is signed later is in force from then on
 * @param owner our id of the person of HR who answers for it
 * @param reviewInterval ISO 8601, in months, or a year
 * @param quorum how many managers sign it, and are needed where it is reviewed
 */
@Schema(
    description =
        "What a charter says. A kind of duty that it doesn't name keeps the defaults; the first"
            + " step of a path is taken so many working days after the due day.")
public record CharterContent(
    @NotNull LocalDate inForceOn,
    @NotNull UUID owner,
    @NotNull
        @Pattern(
            regexp = "^P(1Y|[1-9]M|1[0-2]M)$",
            message = "must be a period from P1M to P12M, or P1Y")
        String reviewInterval,
    @Min(LEAST_QUORUM) @Max(50) Integer quorum,
    @Size(max = 200) List<@NotNull @Valid KindTerms> terms) {

  static final int LEAST_QUORUM = 2;

  public CharterContent {
    quorum = Objects.requireNonNullElse(quorum, LEAST_QUORUM);
    terms = Objects.requireNonNullElse(terms, List.of());
  }
}
