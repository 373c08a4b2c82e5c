package org.evenhand.policy.charter.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.CharterState;
import org.evenhand.policy.charter.SignOffWithdrawal;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.directory.Actor;
import org.jspecify.annotations.Nullable;

/** A charter as a client reads it. */
@Schema(name = "Charter", description = "A charter with its whole content.")
public record CharterView(
    UUID id,
    @Schema(description = "The charter's number, from 1 on") int version,
    CharterState state,
    String contentHash,
    CharterContent content,
    @Schema(
            description =
                "Kinds of the content whose path isn't followed, but that of the defaults: nobody"
                    + " else may learn of them, which didn't hold yet when it was signed")
        List<String> pathsNotFollowed,
    PersonRef owner,
    List<PersonRef> authors,
    @Nullable WithdrawalView signOffWithdrawal,
    @Schema(description = "The day (UTC) on which it came into force")
        @Nullable LocalDate inForceOn,
    @Nullable Instant inForceAt,
    @Nullable Instant supersededAt,
    Instant createdAt,
    Instant updatedAt,
    List<String> actions) {

  public static CharterView of(Charter charter, Actor reader, KnownDuties known) {
    return new CharterView(
        charter.id(),
        charter.number(),
        charter.state(),
        charter.contentHash(),
        charter.content(),
        known.notFollowed(charter.content().terms()),
        PersonRef.of(charter.content().owner()),
        PersonRef.all(charter.authors()),
        charter.withdrawal().map(WithdrawalView::of).orElse(null),
        charter.inForceOn().orElse(null),
        charter.inForceAt().orElse(null),
        charter.supersededAt().orElse(null),
        charter.createdAt(),
        charter.updatedAt(),
        CharterActions.of(charter, reader));
  }

  /** Why HR took it back from those who were asked to sign. */
  @Schema(name = "SignOffWithdrawal")
  public record WithdrawalView(String reason, PersonRef by, Instant at) {
    public static WithdrawalView of(SignOffWithdrawal withdrawal) {
      return new WithdrawalView(
          withdrawal.reason(), PersonRef.of(withdrawal.by()), withdrawal.at());
    }
  }
}
