package org.evenhand.review.growth.opportunity.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.access.ApplicationPermissions;
import org.evenhand.review.growth.opportunity.access.ApplicationRelation;
import org.evenhand.review.growth.opportunity.application.AnswerTime;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.ApplicationStep;
import org.evenhand.review.growth.opportunity.application.Assessment;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.evenhand.review.growth.opportunity.application.Verdict;
import org.evenhand.review.growth.opportunity.application.Verdict.Reason;
import org.evenhand.review.growth.opportunity.reading.OpportunityApplicationView.AssessmentFindingView;
import org.evenhand.review.growth.opportunity.reading.OpportunityApplicationView.AssessmentView;
import org.evenhand.review.growth.opportunity.reading.OpportunityApplicationView.CriterionReasonView;
import org.jspecify.annotations.Nullable;

/** What one reader sees of an application. */
record ApplicationTexts(
    OpportunityApplication application,
    Opportunity opportunity,
    Set<ApplicationRelation> relations,
    UUID reader) {

  OpportunityApplicationView view(Names names) {
    boolean reads = ApplicationRelation.reads(relations);
    boolean own = relations.contains(ApplicationRelation.OWN);
    return new OpportunityApplicationView(
        application.id(),
        opportunity.id(),
        opportunity.kind(),
        opportunity.terms().title(),
        application.state(),
        names.of(application.employeeId()),
        own || reads ? application.submittedAt() : null,
        own || reads ? application.statement().orElse(null) : null,
        reads ? assessments(names) : null,
        knowsVerdict() ? application.verdict().map(Verdict::selected).orElse(null) : null,
        knowsVerdict() ? reasons() : null,
        own || reads ? application.hindrance().map(ApplicationTexts::reason).orElse(null) : null,
        answerUntil(),
        own || reads ? closingReason() : null,
        relations.stream().sorted().toList(),
        ApplicationPermissions.open(application, opportunity.state(), relations, reader).stream()
            .map(ApplicationStep::operation)
            .toList());
  }

  /**
   * Until the applicant is back nobody can say; to others that would say that they are on leave.
   */
  private @Nullable LocalDate answerUntil() {
    return application
        .answerTime()
        .filter(time -> ApplicationRelation.areTold(relations) && !time.standsStill())
        .map(AnswerTime::until)
        .orElse(null);
  }

  /** Those who assess find out by themselves, and aren't told what others are about to decide. */
  private boolean knowsVerdict() {
    return application.isTold()
        ? ApplicationRelation.reads(relations) || relations.contains(ApplicationRelation.OWN)
        : ApplicationRelation.decides(relations);
  }

  /** Before two have assessed it, nobody reads what another one found. */
  private List<AssessmentView> assessments(Names names) {
    boolean all =
        application.state() != ApplicationState.ELIGIBLE
            && application.state() != ApplicationState.NOT_ELIGIBLE;
    return application.assessments().stream()
        .filter(each -> all || each.by().equals(reader))
        .map(each -> view(each, names))
        .toList();
  }

  private static AssessmentView view(Assessment assessment, Names names) {
    return new AssessmentView(
        names.of(assessment.by()),
        assessment.hr(),
        assessment.findings().stream()
            .map(each -> new AssessmentFindingView(each.criterion(), each.fit(), each.note()))
            .toList(),
        assessment.at());
  }

  private @Nullable List<CriterionReasonView> reasons() {
    return application
        .verdict()
        .map(verdict -> verdict.reasons().stream().map(ApplicationTexts::reason).toList())
        .orElse(null);
  }

  private static CriterionReasonView reason(Reason reason) {
    return new CriterionReasonView(reason.criterion(), reason.text());
  }

  private @Nullable String closingReason() {
    return opportunity.withdrawalReason().orElse(null);
  }
}
