package org.evenhand.review.growth.plan.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.growth.plan.Delivery;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.access.PlanPermissions;
import org.evenhand.review.growth.plan.access.PlanRelation;
import org.evenhand.review.growth.plan.reading.PlanTermsView.GapView;
import org.evenhand.review.growth.plan.reading.PlanView.OwedMeansView;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows development plans to those who may see them. */
@ApplicationScoped
public class PlanViews {

  private final Directory directory;
  private final SelfCitations citations;

  PlanViews(Directory directory, SelfCitations citations) {
    this.directory = directory;
    this.citations = citations;
  }

  public Uni<PlanView> of(PlanContext context) {
    return directory
        .names(context.session(), PlanTexts.people(context.plan()))
        .map(names -> view(context, names));
  }

  /**
   * In the order of the plans.
   *
   * @param review the one that is asked for; null for none
   */
  Uni<List<PlanSummary>> summaries(
      Mutiny.Session session,
      List<DevelopmentPlan> plans,
      Map<UUID, Set<PlanRelation>> relations,
      @Nullable UUID review) {
    return directory
        .names(session, plans.stream().map(DevelopmentPlan::employeeId).collect(Collectors.toSet()))
        .chain(
            names ->
                citations
                    .in(session, Cited.Kind.PLAN, review)
                    .map(
                        cited ->
                            plans.stream()
                                .map(
                                    plan ->
                                        summary(
                                            plan,
                                            relations.getOrDefault(plan.id(), Set.of()),
                                            names,
                                            review == null ? null : cited.contains(plan.id())))
                                .toList()));
  }

  private static PlanSummary summary(
      DevelopmentPlan plan, Set<PlanRelation> relations, Names names, @Nullable Boolean cited) {
    Optional<PlanTerms> terms = plan.terms().filter(written -> PlanRelation.readsTexts(relations));
    return new PlanSummary(
        plan.id(),
        plan.state(),
        names.of(plan.employeeId()),
        terms.map(PlanTerms::aim).orElse(null),
        terms.map(PlanTerms::until).orElse(null),
        plan.createdOn(),
        relations.contains(PlanRelation.OWN) || relations.contains(PlanRelation.REVIEWER)
            ? cited
            : null,
        relations.stream().sorted().toList(),
        actions(plan, relations, cited));
  }

  private static PlanView view(PlanContext context, Names names) {
    DevelopmentPlan plan = context.plan();
    boolean all = PlanRelation.readsTexts(context.relations());
    // Whoever reviews the person now isn't told by it how they were rated before.
    boolean ofResult = PlanRelation.side(context.relations()).isPresent();
    PlanTexts texts = new PlanTexts(plan, names);
    return new PlanView(
        plan.id(),
        plan.state(),
        names.of(plan.employeeId()),
        context.post().key(),
        context.relations().stream().sorted().toList(),
        means(plan),
        ofResult ? plan.reviewId().orElse(null) : null,
        all ? plan.carriedFrom().orElse(null) : null,
        ofResult ? plan.gaps().stream().map(GapView::of).toList() : null,
        all ? plan.wish().orElse(null) : null,
        all ? plan.terms().map(PlanTermsView::of).orElse(null) : null,
        all ? names.orNull(plan.managerId().orElse(null)) : null,
        all ? confirmed(plan) : null,
        all ? texts.proposal() : null,
        all ? texts.versions() : null,
        all ? texts.ended() : null,
        all ? texts.held() : null,
        all ? texts.closing() : null,
        plan.createdOn(),
        actions(plan, context.relations(), null));
  }

  private static @Nullable Boolean confirmed(DevelopmentPlan plan) {
    return plan.state().isAgreed() ? !plan.managerChanged() : null;
  }

  private static List<OwedMeansView> means(DevelopmentPlan plan) {
    return plan.agreedTerms().stream()
        .flatMap(PlanTerms::means)
        .map(means -> means(means, plan.course().delivery(means.id())))
        .toList();
  }

  private static OwedMeansView means(Means means, Optional<Delivery> given) {
    return new OwedMeansView(
        means.id(),
        means.kind(),
        means.amount(),
        means.unit(),
        means.dueOn(),
        means.deliverer(),
        given.map(Delivery::on).orElse(null),
        given.map(Delivery::late).orElse(null));
  }

  /** A citation is taken back where it is shown: with the review that is asked for. */
  private static List<String> actions(
      DevelopmentPlan plan, Set<PlanRelation> relations, @Nullable Boolean cited) {
    boolean isCited = Boolean.TRUE.equals(cited);
    return PlanPermissions.open(plan, relations).stream()
        .filter(step -> step != (isCited ? PlanStep.CITATION : PlanStep.CITATION_WITHDRAWAL))
        .map(PlanStep::operation)
        .toList();
  }
}
