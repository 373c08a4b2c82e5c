package org.evenhand.review.growth.guide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Signature;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The guide to one situation. A text holds once HR and a manager have signed it. */
@Entity
@Table(name = "conversation_guide")
public class ConversationGuide {

  @Id private UUID id;

  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Situation situation;

  /** How many versions there are; 0 before the first is signed. */
  private int edition;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable GuideDraft draft;

  protected ConversationGuide() {}

  /** In the place of what waited; a signature under that falls away. */
  void draft(GuideText text, Signature writer) {
    draft = new GuideDraft(text, JointDecision.proposed(writer));
  }

  /**
   * In the place of nothing, so that whoever begins need not have read it.
   *
   * @throws Problem 409 where a text waits
   */
  void begin(GuideText text, Signature writer) {
    if (draft != null) {
      throw Problem.of(ReviewProblem.ALREADY_WRITTEN, "A text waits for a signature.");
    }
    draft(text, writer);
  }

  /**
   * @throws Problem 409 where nothing waits, 422 where the same person or side signs again
   */
  GuideVersion sign(UUID versionId, Signature second) {
    if (draft == null) {
      throw Problem.of(ReviewProblem.NOTHING_PROPOSED, "No text waits for a signature.");
    }
    GuideDraft signed = new GuideDraft(draft.text(), draft.signed().countersigned(second));
    draft = null;
    edition++;
    return new GuideVersion(versionId, situation, edition, signed);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  Situation situation() {
    return situation;
  }

  int edition() {
    return edition;
  }

  Optional<GuideDraft> draft() {
    return Optional.ofNullable(draft);
  }
}
