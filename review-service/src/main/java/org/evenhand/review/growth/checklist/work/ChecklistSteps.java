package org.evenhand.review.growth.checklist.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.ChecklistStep;
import org.evenhand.review.growth.checklist.ItemClosing;
import org.evenhand.review.growth.checklist.access.ChecklistContext;
import org.evenhand.review.growth.checklist.access.ChecklistContexts;
import org.evenhand.review.growth.checklist.access.ChecklistPermissions;
import org.evenhand.review.growth.checklist.reading.ChecklistViews;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.BuddyRequest;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.CancellationRequest;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.ItemClosingRequest;
import org.jspecify.annotations.Nullable;

/** The steps of people on checklists. */
@ApplicationScoped
class ChecklistSteps {

  private final Steps steps;
  private final ChecklistContexts contexts;
  private final ChecklistViews views;
  private final Buddies buddies;
  private final Access access;

  ChecklistSteps(
      Steps steps,
      ChecklistContexts contexts,
      ChecklistViews views,
      Buddies buddies,
      Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.buddies = buddies;
    this.access = access;
  }

  Uni<Answer> close(UUID id, UUID item, @Nullable String ifMatch, ItemClosingRequest request) {
    return take(
        id,
        ifMatch,
        ChecklistStep.ITEM_CLOSING,
        context -> requireTheirs(context, item),
        context -> {
          requireOpen(context, item);
          requireReason(request);
          context
              .list()
              .close(
                  item,
                  request.outcome().state(),
                  new ItemClosing(
                      request.outcome() == ItemOutcome.DONE ? null : request.reason(),
                      context.actor(),
                      context.at()),
                  context.today());
          return Uni.createFrom().item(context.list().isOpen() ? "item-closed" : "done");
        });
  }

  private static ChecklistItem item(ChecklistContext context, UUID item) {
    return context
        .list()
        .item(item)
        .filter(each -> ChecklistPermissions.reads(each, context.relations()))
        .orElseThrow(
            () -> Problem.of(CommonProblem.NOT_FOUND, "The list has no such item for you."));
  }

  private static void requireTheirs(ChecklistContext context, UUID item) {
    ChecklistItem found = item(context, item);
    if (!ChecklistPermissions.owes(found, context.list(), context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "It is for %s to do this.".formatted(found.owner()));
    }
  }

  private static void requireOpen(ChecklistContext context, UUID item) {
    if (!item(context, item).isOpen()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "This item is closed.")
          .allowing(
              ChecklistPermissions.open(context.list(), context.relations()).stream()
                  .map(ChecklistStep::operation)
                  .toList());
    }
  }

  private static void requireReason(ItemClosingRequest request) {
    if (request.outcome() == ItemOutcome.NOT_NEEDED && request.reason() == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "An item isn't needed for a reason.")
          .with(REQUIRED.at("/reason", "is needed for NOT_NEEDED"));
    }
  }

  Uni<Answer> accompany(UUID id, @Nullable String ifMatch, BuddyRequest request) {
    return take(
        id,
        ifMatch,
        ChecklistStep.BUDDY,
        context -> {},
        context -> buddies.name(context, request.employeeId()).replaceWith("buddy-named"));
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
    return take(
        id,
        ifMatch,
        ChecklistStep.CANCELLATION,
        context -> {},
        context -> {
          context
              .list()
              .cancel(
                  new ChecklistEnding(
                      ChecklistEndingCause.BY_HAND,
                      request.reason(),
                      context.actor(),
                      context.at()),
                  context.today());
          return Uni.createFrom().item("cancelled");
        });
  }

  /**
   * @param permitted fails with 403 or 404 where more than the step is asked for
   * @param taken gives what came about, in the audit's words
   */
  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      ChecklistStep step,
      Consumer<ChecklistContext> permitted,
      Function<ChecklistContext, Uni<String>> taken) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> contexts.of(session, id, viewer)))
        .permit(
            context -> {
              requirePermitted(context, step);
              permitted.accept(context);
            })
        .match(ifMatch, ChecklistContext::version)
        .take(
            context -> {
              context.list().require(step);
              return taken.apply(context);
            })
        .tell((context, word) -> List.of(ChecklistFacts.noted(context.list(), word)))
        .answer(
            (context, word) -> views.of(context).map(view -> Answer.ok(context.version(), view)));
  }

  private static void requirePermitted(ChecklistContext context, ChecklistStep step) {
    if (!ChecklistPermissions.permits(step, context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This checklist is not yours for " + step.operation() + ".");
    }
  }
}
