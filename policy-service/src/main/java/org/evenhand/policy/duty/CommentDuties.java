package org.evenhand.policy.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.consultation.Comment;
import org.evenhand.policy.consultation.CommentRepository;
import org.evenhand.policy.consultation.Comments;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionState;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each comment is owed an answer, as long as the window is open. */
@Singleton
class CommentDuties implements DutyRule {

  private final CommentRepository comments;
  private final PolicyRepository policies;

  CommentDuties(CommentRepository comments, PolicyRepository policies) {
    this.comments = comments;
    this.policies = policies;
  }

  @Override
  public String aggregateType() {
    return Comments.AGGREGATE;
  }

  @Override
  public List<PolicyDuty> kinds() {
    return List.of(PolicyDuty.DISPOSITION);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("policy_comment", "version_id");
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return comments
        .byIds(session, ids)
        .chain(
            found ->
                policies
                    .byIds(session, found.stream().map(Comment::versionId).distinct().toList())
                    .map(versions -> owed(found, versions)));
  }

  private static List<Owed> owed(List<Comment> comments, List<PolicyVersion> versions) {
    Map<UUID, PolicyVersion> byId =
        versions.stream().collect(Collectors.toMap(PolicyVersion::id, Function.identity()));
    return comments.stream()
        .flatMap(comment -> owed(comment, Objects.requireNonNull(byId.get(comment.versionId()))))
        .toList();
  }

  private static Stream<Owed> owed(Comment comment, PolicyVersion version) {
    boolean met = comment.disposition().isPresent();
    return met || version.state() == VersionState.CONSULTATION
        ? Stream.of(
            new Owed(
                PolicyDuty.DISPOSITION,
                Side.HR,
                comment.id(),
                "%s/versions/%d".formatted(version.policyId(), version.number()),
                Holder.role(Roles.HR, null),
                null,
                null,
                DutiesOfVersion.windowEnd(version),
                met))
        : Stream.empty();
  }
}
