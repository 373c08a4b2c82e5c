package org.evenhand.review.growth.remediation.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.access.RemediationPermissions;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.evenhand.review.growth.remediation.terms.RemediationTermsBody;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows remediation plans to those who have a part in them. */
@ApplicationScoped
public class RemediationViews {

  private final Directory directory;

  RemediationViews(Directory directory) {
    this.directory = directory;
  }

  public Uni<RemediationPlanView> of(RemediationContext context) {
    return directory
        .names(context.session(), RemediationParts.people(context.plan()))
        .map(names -> context.readsAll() ? view(context, names) : asked(context, names));
  }

  /** In the order of the plans. */
  Uni<List<RemediationSummary>> summaries(
      Mutiny.Session session,
      List<RemediationPlan> plans,
      Map<UUID, Set<RemediationRelation>> relations) {
    return directory
        .names(session, plans.stream().map(RemediationPlan::employeeId).collect(Collectors.toSet()))
        .map(
            names ->
                plans.stream()
                    .map(plan -> summary(plan, relations.getOrDefault(plan.id(), Set.of()), names))
                    .toList());
  }

  private static RemediationSummary summary(
      RemediationPlan plan, Set<RemediationRelation> relations, Names names) {
    return new RemediationSummary(
        plan.id(),
        RemediationPermissions.readsAll(plan, relations) ? plan.state() : null,
        names.of(plan.employeeId()),
        relations.stream().sorted().toList(),
        actions(plan, relations));
  }

  private static RemediationPlanView asked(RemediationContext context, Names names) {
    RemediationPlan plan = context.plan();
    return new RemediationPlanView(
        plan.id(),
        names.of(plan.employeeId()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new RemediationParts(plan, plan.termsTold(), names).companion(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        context.relations().stream().sorted().toList(),
        actions(plan, context.relations()));
  }

  private static RemediationPlanView view(RemediationContext context, Names names) {
    RemediationPlan plan = context.plan();
    RemediationTerms terms = terms(context);
    RemediationParts parts = new RemediationParts(plan, terms, names);
    return new RemediationPlanView(
        plan.id(),
        names.of(plan.employeeId()),
        plan.state(),
        context.post().key(),
        names.orNull(plan.managerId().orElse(null)),
        names.of(plan.proposedBy()),
        !plan.managerChanged(),
        RemediationTermsBody.of(terms),
        plan.earlier().stream()
            .filter(each -> each != terms)
            .map(RemediationTermsBody::of)
            .toList(),
        parts.review(context.relations()),
        parts.companion(),
        putsOrLooks(context) ? plan.reviewBy().orElse(null) : null,
        plan.answerBy().orElse(null),
        parts.acknowledgement(),
        plan.startsOn().orElse(null),
        plan.lastDay(terms).orElse(null),
        parts.checkpoints(),
        parts.means(),
        parts.extension(),
        parts.notMet(),
        parts.ending(),
        context.relations().stream().sorted().toList(),
        actions(plan, context.relations()));
  }

  /** A change is the person's to read, and their companion's, once HR has looked at it. */
  private static RemediationTerms terms(RemediationContext context) {
    return putsOrLooks(context) ? context.plan().terms() : context.plan().termsTold();
  }

  private static boolean putsOrLooks(RemediationContext context) {
    Set<RemediationRelation> relations = context.relations();
    return relations.contains(RemediationRelation.MANAGER) || RemediationRelation.isHr(relations);
  }

  private static List<String> actions(RemediationPlan plan, Set<RemediationRelation> relations) {
    return RemediationPermissions.open(plan, relations).stream()
        .map(RemediationStep::operation)
        .toList();
  }
}
