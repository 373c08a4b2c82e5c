package org.evenhand.review.growth.checklist.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.checklist.ChecklistStep;
import org.evenhand.review.growth.checklist.Occasion;
import org.evenhand.review.growth.checklist.access.ChecklistContexts;
import org.evenhand.review.growth.checklist.reading.ChecklistViews;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.ChecklistRequest;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/** HR begins a list by hand, such as one for leaving: no import tells of a day that lies ahead. */
@ApplicationScoped
class ByHand {

  /** How far from today a list may begin. */
  private static final int MOST_DAYS = 366;

  /**
   * Who begins a list for whom.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   * @param keeps whether the caller is HR that serves them
   */
  private record Begun(
      Mutiny.Session session, Viewer viewer, Optional<Post> post, boolean keeps, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final BegunLists begun;
  private final ChecklistRepository lists;
  private final ChecklistContexts contexts;
  private final ChecklistViews views;
  private final KeptPosts kept;
  private final Access access;
  private final Clock clock;

  ByHand(
      Steps steps,
      BegunLists begun,
      ChecklistRepository lists,
      ChecklistContexts contexts,
      ChecklistViews views,
      KeptPosts kept,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.begun = begun;
    this.lists = lists;
    this.contexts = contexts;
    this.views = views;
    this.kept = kept;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> begin(ChecklistRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> begun(session, viewer, request)))
        .permit(ByHand::requireKept)
        .add()
        .take(context -> begin(context, request))
        .tell((context, list) -> List.of(ChecklistFacts.noted(list, "begun")))
        .answer(
            (context, list) ->
                contexts
                    .of(context.session(), list.id(), context.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/checklists/" + list.id()), list.version(), view)));
  }

  private Uni<Begun> begun(Mutiny.Session session, Viewer viewer, ChecklistRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return kept.find(session, request.employeeId(), request.assignmentId())
        .chain(
            post ->
                post.isEmpty()
                    ? Uni.createFrom().item(new Begun(session, viewer, post, true, now))
                    : kept.isKeptBy(session, viewer, post.get().assignmentId())
                        .map(keeps -> new Begun(session, viewer, post, keeps, now)));
  }

  private static void requireKept(Begun context) {
    if (!context.keeps()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "HR begins lists for units that it serves, outside its chain.");
    }
  }

  private Uni<Checklist> begin(Begun context, ChecklistRequest request) {
    Post post = context.post().orElseThrow(() -> KeptPosts.nobody(request.assignmentId()));
    Occasion occasion = occasion(context, request);
    return lists
        .open(context.session(), post.assignmentId(), request.kind())
        .invoke(ByHand::requireNone)
        .chain(() -> begun.begin(context.session(), post, occasion, context.at()))
        .map(
            list ->
                list.orElseThrow(
                    () ->
                        Problem.of(
                                CommonProblem.STATE_CONFLICT,
                                "The template has nothing for such a list.")
                            .allowing(List.of("putChecklistTemplate"))));
  }

  private static void requireNone(Optional<Checklist> open) {
    open.ifPresent(
        list -> {
          throw Problem.of(
                  CommonProblem.STATE_CONFLICT, "There is such a list already, and it is open.")
              .allowing(List.of(ChecklistStep.CANCELLATION.operation()));
        });
  }

  private static Occasion occasion(Begun context, ChecklistRequest request) {
    LocalDate today = context.viewer().today();
    LocalDate on = Optional.ofNullable(request.startsOn()).orElse(today);
    LocalDate away = request.awaySince();
    List<Violation> found = new ArrayList<>();
    if (on.isBefore(today.minusDays(MOST_DAYS)) || on.isAfter(today.plusDays(MOST_DAYS))) {
      found.add(RANGE.at("/startsOn", "is more than a year from today"));
    }
    if (away != null && request.kind() != ChecklistKind.RETURN) {
      found.add(NOT_ALLOWED.at("/awaySince", "belongs to a RETURN alone"));
    }
    if (away != null && away.isAfter(on)) {
      found.add(INCONSISTENT.at("/awaySince", "is after startsOn"));
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A list can't begin so.").with(found);
    }
    return new Occasion(request.kind(), on, away, context.actor());
  }
}
