package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.norm.Norm;
import org.evenhand.policy.norm.NormListener;
import org.evenhand.policy.norm.NormRepository;
import org.evenhand.policy.version.Policy;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What sessions have agreed on is said to the next version as a comment of nobody: HR answers it as
 * it answers others, before the sign-off can open.
 */
@ApplicationScoped
class NormComments implements NormListener {

  private static final String ACTOR = "policy-service";

  private final NormRepository norms;
  private final PolicyRepository policies;
  private final Journal journal;
  private final Clock clock;

  NormComments(NormRepository norms, PolicyRepository policies, Journal journal, Clock clock) {
    this.norms = norms;
    this.policies = policies;
    this.journal = journal;
    this.clock = clock;
  }

  /** It comes after a window has opened. */
  @Override
  public Uni<Void> normTold(Mutiny.Session session, Policy policy) {
    return policies
        .latest(session, policy)
        .chain(
            version ->
                version.state() == VersionState.CONSULTATION
                    ? addTo(session, version)
                    : Uni.createFrom().voidItem());
  }

  /** Those that the window has still to hear, while nobody else changes the version. */
  Uni<Void> addTo(Mutiny.Session session, PolicyVersion version) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return norms
        .unheard(session, version)
        .map(found -> found.stream().map(norm -> comment(norm, version, now)).toList())
        .chain(said -> add(session, said));
  }

  private Uni<Void> add(Mutiny.Session session, List<Comment> said) {
    return said.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .persistAll(said.toArray())
            .chain(
                () ->
                    journal.write(
                        session,
                        ACTOR,
                        () ->
                            said.stream().map(each -> Comments.fact(each, "commented")).toList()));
  }

  private static Comment comment(Norm norm, PolicyVersion version, Instant now) {
    Remark remark =
        new Remark(CommentKind.COMMENT, pointer(norm, version.content()), norm.sentence());
    return Comment.ofNorm(Ids.next(), version.id(), remark, version.contentHash(), norm.id(), now);
  }

  /** To the anchor; where the version has none of it, to the criterion; else to all of it. */
  private static String pointer(Norm norm, PolicyContent content) {
    for (int at = 0; at < content.anchors().size(); at++) {
      var anchor = content.anchors().get(at);
      if (anchor.criterion().equals(norm.criterion()) && anchor.ordinal() == norm.ordinal()) {
        return "/anchors/" + at;
      }
    }
    for (int at = 0; at < content.criteria().size(); at++) {
      if (content.criteria().get(at).key().equals(norm.criterion())) {
        return "/criteria/" + at;
      }
    }
    return "";
  }
}
