package org.evenhand.review.review.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Overall;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewStates;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.reading.ReviewView.ContributionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows reviews to those who may see them. */
@ApplicationScoped
public class ReviewViews {

  private final Directory directory;
  private final UpwardViews upward;

  ReviewViews(Directory directory, UpwardViews upward) {
    this.directory = directory;
    this.upward = upward;
  }

  public Uni<ReviewView> of(ReviewContext context) {
    Review review = context.review();
    Map<UUID, Employee> people = new HashMap<>();
    return meet(context.session(), review.employeeId(), people)
        .chain(
            () ->
                review
                    .reviewerId()
                    .map(reviewer -> meet(context.session(), reviewer, people))
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .chain(() -> contributions(context))
        .map(contributions -> view(context, people, contributions));
  }

  private Uni<List<ContributionView>> contributions(ReviewContext context) {
    VisibleParts sight = VisibleParts.of(context);
    UUID viewer = context.viewer().employeeId();
    List<ContributionView> seen = new ArrayList<>(sight.contributions(context.review()));
    return upward
        .own(context.session(), context.review().id(), viewer)
        .invoke(own -> own.ifPresent(text -> seen.add(ContributionView.upward(text, viewer))))
        .chain(
            () ->
                sight.whole()
                    ? upward.closed(context.session(), context.review().id())
                    : Uni.createFrom().item(List.<UpwardViews.Text>of()))
        .invoke(texts -> texts.forEach(text -> seen.add(ContributionView.upward(text, null))))
        .replaceWith(seen);
  }

  /** One by one: the session mostly knows one of them already, who is the viewer. */
  private Uni<Void> meet(Mutiny.Session session, UUID id, Map<UUID, Employee> people) {
    return directory
        .named(session, id)
        .invoke(found -> found.ifPresent(employee -> people.put(id, employee)))
        .replaceWithVoid();
  }

  /** Summaries in the order of the reviews. */
  public Uni<List<ReviewSummary>> summaries(
      Mutiny.Session session,
      List<Review> reviews,
      Map<UUID, Cycle> cycles,
      Map<UUID, Set<Relation>> relations,
      Viewer viewer) {
    return people(session, reviews)
        .map(
            people ->
                reviews.stream()
                    .map(
                        review ->
                            summary(
                                review,
                                Objects.requireNonNull(cycles.get(review.cycleId())),
                                relations.getOrDefault(review.id(), Set.of()),
                                viewer,
                                people))
                    .toList());
  }

  private Uni<Map<UUID, Employee>> people(Mutiny.Session session, List<Review> reviews) {
    Set<UUID> ids = new HashSet<>();
    for (Review review : reviews) {
      ids.add(review.employeeId());
      review.reviewerId().ifPresent(ids::add);
    }
    return directory.byIds(session, ids);
  }

  private static ReviewSummary summary(
      Review review,
      Cycle cycle,
      Set<Relation> relations,
      Viewer viewer,
      Map<UUID, Employee> people) {
    VisibleParts sight = VisibleParts.of(review, relations, viewer.employeeId());
    return new ReviewSummary(
        review.id(),
        cycle.id(),
        cycle.key(),
        review.phase(),
        review.revision(),
        PersonView.of(Objects.requireNonNull(people.get(review.employeeId()))),
        reviewer(review, people),
        review.placement().orgUnit(),
        review.due(),
        relations.stream().sorted().toList(),
        sight.result() ? review.ordinal().orElse(null) : null,
        actions(review, cycle, relations, viewer));
  }

  private static ReviewView view(
      ReviewContext context, Map<UUID, Employee> people, List<ContributionView> contributions) {
    Review review = context.review();
    Cycle cycle = context.cycle();
    VisibleParts sight = VisibleParts.of(context);
    boolean result = sight.result();
    boolean whole = sight.whole();
    return new ReviewView(
        review.id(),
        cycle.id(),
        cycle.key(),
        cycle.plan().policyId(),
        cycle.plan().policyVersion(),
        review.phase(),
        review.revision(),
        PersonView.of(Objects.requireNonNull(people.get(review.employeeId()))),
        reviewer(review, people),
        review.placement(),
        review.period(),
        review.due(),
        context.relations().stream().sorted().toList(),
        contributions,
        result ? review.work().observations() : null,
        result ? review.work().ratings() : null,
        result ? review.work().contextNote() : null,
        whole ? Overall.suggested(review.work(), context.policy()).orElse(null) : null,
        result ? review.conclusion().submission() : null,
        result ? review.originalOrdinal().orElse(null) : null,
        result ? review.ordinal().orElse(null) : null,
        result ? ReviewStates.calibration(review) : null,
        result ? review.outcome().map(ReviewView.CalibrationView::of).orElse(null) : null,
        review.conclusion().sharedAt(),
        review.conclusion().answerUntil(),
        whole || sight.own() ? review.conclusion().acknowledgement() : null,
        whole || sight.own() ? review.ending().orElse(null) : null,
        whole ? review.reopening().orElse(null) : null,
        whole ? review.past().reassignments() : null,
        contributionTypes(context),
        actions(review, cycle, context.relations(), context.viewer()));
  }

  private static List<ContributionType> contributionTypes(ReviewContext context) {
    Set<ReviewAction> open =
        Permissions.open(
            context.review(), context.cycle().state(), context.relations(), context.viewer());
    return Stream.of(ContributionType.values())
        .filter(type -> open.contains(type.action()))
        .toList();
  }

  private static @Nullable PersonView reviewer(Review review, Map<UUID, Employee> people) {
    return review.reviewerId().map(people::get).map(PersonView::of).orElse(null);
  }

  private static List<String> actions(
      Review review, Cycle cycle, Set<Relation> relations, Viewer viewer) {
    return Permissions.open(review, cycle.state(), relations, viewer).stream()
        .map(ReviewAction::operation)
        .distinct()
        .toList();
  }
}
