package org.evenhand.policy.version.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.impact.ReplayWaiver;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.Consultation;
import org.evenhand.policy.version.Ending;
import org.evenhand.policy.version.EndingConsequences;
import org.evenhand.policy.version.EndingProposal;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionState;
import org.jspecify.annotations.Nullable;

/** A version as a client reads it. */
@Schema(name = "PolicyVersion", description = "A version of a policy with its whole content.")
public record VersionView(
    UUID policyId,
    int version,
    VersionState state,
    @Schema(
            description =
                "SHA-256 of the content's canonical JSON (RFC 8785), in hexadecimal digits; a"
                    + " signature covers it")
        String contentHash,
    PolicyContent content,
    @Schema(description = "Who has written in it") List<PersonRef> authors,
    @Nullable ConsultationView consultation,
    @Nullable ReplayWaiverView replayWaiver,
    @Nullable AnnouncementView announcement,
    @Nullable Instant effectiveAt,
    @Nullable EndingProposalView endingProposal,
    @Nullable EndingView ending,
    Instant createdAt,
    Instant updatedAt,
    @Schema(description = "The ids of the operations that are open to the caller now")
        List<String> actions) {

  public static VersionView of(
      PolicyVersion version, Actor reader, Instant now, Set<Transition> shut) {
    return new VersionView(
        version.policyId(),
        version.number(),
        version.state(),
        version.contentHash(),
        version.content(),
        PersonRef.all(version.authors().ids()),
        version.consultation().map(ConsultationView::of).orElse(null),
        version.replayWaiver().map(ReplayWaiverView::of).orElse(null),
        version.announcement().map(said -> AnnouncementView.of(said, reader)).orElse(null),
        version.effectiveAt().orElse(null),
        version.endingProposal().map(EndingProposalView::of).orElse(null),
        version.ending().map(EndingView::of).orElse(null),
        version.createdAt(),
        version.updatedAt(),
        OpenActions.of(version, reader, now, shut));
  }

  /** The latest policy window. */
  @Schema(name = "Consultation")
  public record ConsultationView(Instant openedAt, int minimumDays, Instant signOffFrom) {
    static ConsultationView of(Consultation c) {
      return new ConsultationView(c.openedAt(), c.minimumDays(), c.signOffFrom());
    }
  }

  /** Why people can sign without a replay of past cycles. */
  @Schema(name = "ReplayWaiver")
  public record ReplayWaiverView(String reason, PersonRef by, Instant at) {
    static ReplayWaiverView of(ReplayWaiver w) {
      return new ReplayWaiverView(w.reason(), PersonRef.of(w.by()), w.at());
    }
  }

  /** The notice. */
  @Schema(name = "Announcement")
  public record AnnouncementView(
      String rationale,
      String expectedImpact,
      LocalDate effectiveOn,
      Instant announcedAt,
      @Schema(description = "Until then only managers acknowledge: they are briefed first")
          Instant everyoneFrom,
      @Schema(description = "What the new rules would have changed in past cycles")
          @Nullable ImpactView impact) {
    static AnnouncementView of(Announcement a, Actor reader) {
      return new AnnouncementView(
          a.rationale(),
          a.expectedImpact(),
          a.effectiveOn(),
          a.announcedAt(),
          a.everyoneFrom(),
          a.impact() == null ? null : ImpactView.of(a.impact(), reader));
    }
  }

  /** One side's proposal to end it, while it waits for the other side. */
  @Schema(name = "EndingProposal")
  public record EndingProposalView(
      @Schema(description = "The side that proposed; the other one has to countersign") Side side,
      PersonRef proposedBy,
      Instant at,
      String reason,
      EndingConsequences consequences) {
    static EndingProposalView of(EndingProposal p) {
      return new EndingProposalView(
          p.side(), PersonRef.of(p.by()), p.at(), p.reason(), p.consequences());
    }
  }

  /** How it ended: superseded, retired or withdrawn, as the state says. */
  @Schema(name = "Ending")
  public record EndingView(Instant at, @Nullable String reason) {
    static EndingView of(Ending e) {
      return new EndingView(e.at(), e.reason());
    }
  }
}
