package org.evenhand.review.growth.goal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.growth.goal.AgreedVersion;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Progress;
import org.evenhand.review.growth.goal.Proposal;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.goal.access.GoalContext;
import org.evenhand.review.growth.goal.access.GoalPermissions;
import org.evenhand.review.growth.goal.access.GoalRelation;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows goals to those who may see them. */
@ApplicationScoped
public class GoalViews {

  private final Directory directory;
  private final GoalAccess doors;
  private final SelfCitations citations;

  GoalViews(Directory directory, GoalAccess doors, SelfCitations citations) {
    this.directory = directory;
    this.doors = doors;
    this.citations = citations;
  }

  public Uni<GoalView> of(GoalContext context) {
    Goal goal = context.goal();
    return directory
        .names(context.session(), people(goal))
        .chain(
            names ->
                doors
                    .relations(
                        context.session(), context.viewer(), goal.parentId().stream().toList())
                    .map(parents -> view(context, names, parents.keySet())));
  }

  /**
   * In the order of the goals.
   *
   * @param review the one that is asked for; null for none
   */
  Uni<List<GoalSummary>> summaries(
      Mutiny.Session session,
      List<Goal> goals,
      Map<UUID, Set<GoalRelation>> relations,
      @Nullable UUID review) {
    return directory
        .names(session, goals.stream().map(Goal::employeeId).collect(Collectors.toSet()))
        .chain(
            names ->
                citations
                    .in(session, Cited.Kind.GOAL, review)
                    .map(
                        cited ->
                            goals.stream()
                                .map(
                                    goal ->
                                        summary(
                                            goal,
                                            relations.getOrDefault(goal.id(), Set.of()),
                                            names,
                                            review == null ? null : cited.contains(goal.id())))
                                .toList()));
  }

  private static GoalSummary summary(
      Goal goal, Set<GoalRelation> relations, Names names, @Nullable Boolean cited) {
    boolean all = GoalRelation.readsAll(relations);
    return new GoalSummary(
        goal.id(),
        goal.state(),
        names.of(goal.employeeId()),
        all ? TermsBody.of(goal.terms()) : TermsBody.ofOpen(goal.terms()),
        goal.health().orElse(null),
        all ? goal.revisitOn().orElse(null) : null,
        all ? goal.agreed().map(AgreedVersion::late).orElse(false) : null,
        relations.contains(GoalRelation.OWN) || relations.contains(GoalRelation.REVIEWER)
            ? cited
            : null,
        relations.stream().sorted().toList(),
        actions(goal, relations, cited));
  }

  private static GoalView view(GoalContext context, Names names, Set<UUID> parents) {
    Goal goal = context.goal();
    boolean all = GoalRelation.readsAll(context.relations());
    GoalParts parts = new GoalParts(goal, names);
    return new GoalView(
        goal.id(),
        goal.state(),
        names.of(goal.employeeId()),
        context.post().key(),
        context.relations().stream().sorted().toList(),
        all ? TermsBody.of(goal.terms()) : TermsBody.ofOpen(goal.terms()),
        goal.health().orElse(null),
        goal.parentId().filter(parents::contains).orElse(null),
        goal.libraryId().orElse(null),
        all ? goal.carriedFrom().orElse(null) : null,
        all ? names.orNull(goal.managerId().orElse(null)) : null,
        all ? confirmed(goal) : null,
        all ? goal.revisitOn().orElse(null) : null,
        all && goal.state() == GoalState.AGREED ? goal.isOfAbsence() : null,
        all ? parts.proposal() : null,
        all ? parts.versions() : null,
        all ? parts.notes() : null,
        all ? parts.closing() : null,
        goal.createdOn(),
        actions(goal, context.relations(), null));
  }

  private static @Nullable Boolean confirmed(Goal goal) {
    return goal.state() == GoalState.AGREED ? !goal.managerChanged() : null;
  }

  /** A citation is taken back where it is shown: with the review that is asked for. */
  private static List<String> actions(
      Goal goal, Set<GoalRelation> relations, @Nullable Boolean cited) {
    boolean isCited = Boolean.TRUE.equals(cited);
    return GoalPermissions.open(goal, relations).stream()
        .filter(step -> step != (isCited ? GoalAction.CITATION : GoalAction.CITATION_WITHDRAWAL))
        .map(GoalAction::operation)
        .toList();
  }

  private static Set<UUID> people(Goal goal) {
    return Stream.of(
            Stream.of(goal.employeeId()),
            goal.managerId().stream(),
            Stream.concat(
                    goal.proposal().stream().map(Proposal::signatures),
                    goal.versions().stream().map(AgreedVersion::signatures))
                .flatMap(signed -> Stream.of(AgreementSide.values()).map(signed::of))
                .filter(Objects::nonNull)
                .map(Signature::by),
            goal.progress().stream().map(Progress::by),
            goal.closing().stream().flatMap(GoalViews::closers))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  private static Stream<UUID> closers(Closing closing) {
    return Stream.concat(
        Stream.ofNullable(closing.by()),
        Stream.ofNullable(closing.remark()).map(Closing.Remark::by));
  }
}
