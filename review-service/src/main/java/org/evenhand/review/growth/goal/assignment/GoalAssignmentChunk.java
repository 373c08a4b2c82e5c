package org.evenhand.review.growth.goal.assignment;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.access.Writers.As;
import org.evenhand.review.growth.goal.library.LibraryGoal;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.TermsBody;
import org.jspecify.annotations.Nullable;

/** The rows of one transaction, and what they make of the goals of the people they are about. */
final class GoalAssignmentChunk {

  private record Key(UUID assignment, UUID entry) {}

  private final Known known;
  private final UUID sender;
  private final Instant now;
  private final Map<Key, Goal> open = new HashMap<>();
  private final List<Goal> newcomers = new ArrayList<>();
  private final Map<Goal, String> happened = new LinkedHashMap<>();
  private final List<RowResult> results = new ArrayList<>();

  GoalAssignmentChunk(Known known, UUID sender, Instant now) {
    this.known = known;
    this.sender = sender;
    this.now = now;
    known.open().stream()
        .filter(goal -> goal.state() != GoalState.DRAFT)
        .forEach(
            goal ->
                goal.libraryId()
                    .ifPresent(entry -> open.put(new Key(goal.assignmentId(), entry), goal)));
  }

  void take(GoalAssignmentRow row) {
    try {
      Post post = post(row);
      As as = writer(row, post);
      LibraryGoal entry = entry(row, post);
      WorkingDays days = known.days(post);
      TermsBody.fault(row.dueOn(), days, now)
          .ifPresent(
              fault -> {
                throw refused(RANGE.cell(row.number(), GoalAssignmentColumns.DUE_ON, fault));
              });
      GoalTerms terms = row.terms(entry);
      Goal goal = open.get(new Key(post.assignmentId(), entry.id()));
      if (goal == null) {
        propose(row, post, as, entry, terms, days.today(now));
      } else {
        change(row, goal, post, as, terms);
      }
    } catch (Problem refused) {
      results.add(RowResult.refused(row.number(), refused.violations().toArray(Violation[]::new)));
    }
  }

  private Post post(GoalAssignmentRow row) {
    Employee employee = known.people().get(row.externalId());
    if (employee == null || employee.left()) {
      throw refused(
          NOT_FOUND.cell(
              row.number(), GoalAssignmentColumns.EXTERNAL_ID, "is nobody who works here"));
    }
    return employee
        .assignment(row.assignmentId())
        .map(assignment -> known.posts().get(assignment.id()))
        .filter(Post::open)
        .orElseThrow(
            () ->
                refused(
                    NOT_FOUND.cell(
                        row.number(),
                        GoalAssignmentColumns.ASSIGNMENT_ID,
                        "is no assignment in which the person works")));
  }

  private As writer(GoalAssignmentRow row, Post post) {
    As as = known.writers().get(post.assignmentId());
    if (as == null || as == As.SELF) {
      throw refused(
          NOT_ALLOWED.cell(
              row.number(),
              GoalAssignmentColumns.EXTERNAL_ID,
              "is neither below you nor in a unit that you serve as HR"));
    }
    return as;
  }

  private LibraryGoal entry(GoalAssignmentRow row, Post post) {
    LibraryGoal entry = known.entries().get(row.goal());
    if (entry == null) {
      throw refused(
          NOT_FOUND.cell(
              row.number(), GoalAssignmentColumns.GOAL, "is no key of an entry of the library"));
    }
    if (!entry.isPublished()) {
      throw refused(
          NOT_ALLOWED.cell(
              row.number(), GoalAssignmentColumns.GOAL, "is an entry that is retired"));
    }
    String criterion = entry.content().criterion();
    if (criterion != null
        && !known.criteria().getOrDefault(post.assignmentId(), Set.of()).contains(criterion)) {
      throw refused(
          INCONSISTENT.cell(
              row.number(),
              GoalAssignmentColumns.GOAL,
              "serves the criterion "
                  + criterion
                  + ", which no policy in force for the person has"));
    }
    return entry;
  }

  private void propose(
      GoalAssignmentRow row,
      Post post,
      As as,
      LibraryGoal entry,
      GoalTerms terms,
      LocalDate today) {
    Goal goal =
        new Goal(Ids.next(), post, sender, new Goal.Source(entry.id(), null), terms, today, now);
    goal.propose(as.side(), signature(post));
    open.put(new Key(post.assignmentId(), entry.id()), goal);
    newcomers.add(goal);
    happened.put(goal, "proposal");
    results.add(RowResult.created(row.number(), goal.id().toString()));
  }

  /** A proposal of the same entry is put otherwise; what is agreed is changed by the two alone. */
  private void change(GoalAssignmentRow row, Goal goal, Post post, As as, GoalTerms terms) {
    String id = goal.id().toString();
    List<String> changed = terms.differingFrom(goal.terms());
    if (changed.isEmpty()) {
      results.add(RowResult.unchanged(row.number(), id));
      return;
    }
    if (goal.state() == GoalState.AGREED) {
      throw refused(
          NOT_ALLOWED.cell(
              row.number(),
              GoalAssignmentColumns.GOAL,
              "is agreed otherwise with this person: change that goal, so that both agree anew"));
    }
    requireOwnSideLast(row, goal, as.side());
    List<CellChange> cells = cells(goal.terms(), terms);
    goal.reportTo(post.managerId());
    goal.change(terms, as.side(), null, signature(post));
    happened.put(goal, "change");
    results.add(RowResult.changed(row.number(), id).telling(cells, List.of()));
  }

  /** A file that is sent again takes nothing away that somebody else has put or signed since. */
  private static void requireOwnSideLast(
      GoalAssignmentRow row, Goal goal, @Nullable AgreementSide side) {
    Signatures signed = goal.proposal().orElseThrow().signatures();
    if (signed.has(AgreementSide.EMPLOYEE)) {
      throw refused(
          NOT_ALLOWED.cell(
              row.number(),
              GoalAssignmentColumns.GOAL,
              "was put otherwise, or signed, by the person: answer that goal itself"));
    }
    if (signed.has(AgreementSide.MANAGER) != (side == AgreementSide.MANAGER)) {
      throw refused(
          NOT_ALLOWED.cell(
              row.number(),
              GoalAssignmentColumns.GOAL,
              side == AgreementSide.MANAGER
                  ? "was put otherwise by HR: answer that goal itself"
                  : "was put otherwise, or signed, by whoever leads the person"));
    }
  }

  private Signature signature(Post post) {
    return new Signature(sender, now, post.managerId());
  }

  private static List<CellChange> cells(GoalTerms before, GoalTerms after) {
    return Stream.of(
            new CellChange(
                GoalAssignmentColumns.WEIGHT, text(before.weight()), text(after.weight())),
            new CellChange(
                GoalAssignmentColumns.VISIBILITY,
                before.visibility().name(),
                after.visibility().name()),
            new CellChange(GoalAssignmentColumns.DUE_ON, text(before.dueOn()), text(after.dueOn())))
        .filter(cell -> !Objects.equals(cell.from(), cell.to()))
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Problem refused(Violation why) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "The row is refused.").with(why);
  }

  List<Goal> newcomers() {
    return newcomers;
  }

  /** Asked after the flush: facts carry the version after the change. */
  List<Fact> facts() {
    return happened.entrySet().stream()
        .map(each -> new GoalFacts(each.getKey(), now).noted(each.getValue()))
        .toList();
  }

  List<RowResult> results() {
    return results;
  }
}
