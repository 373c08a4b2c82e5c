package org.evenhand.review.review.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Overall;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewStates;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.reading.WorkViews.EndingView;
import org.evenhand.review.review.reading.WorkViews.ObservationView;
import org.evenhand.review.review.reading.WorkViews.ReassignmentView;
import org.evenhand.review.review.reading.WorkViews.ReopeningView;
import org.evenhand.review.review.reading.WorkViews.ReviewerQuestionView;
import org.evenhand.review.review.reading.WorkViews.SubmissionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows reviews to those who may see them. */
@ApplicationScoped
public class ReviewViews {

  private final Directory directory;

  ReviewViews(Directory directory) {
    this.directory = directory;
  }

  public Uni<ReviewView> of(ReviewContext context) {
    Set<UUID> people = PeopleOfReview.all(context.review());
    people.add(context.viewer().employeeId());
    return directory.names(context.session(), people).map(names -> view(context, names));
  }

  /** Summaries in the order of the reviews. */
  public Uni<List<ReviewSummary>> summaries(
      Mutiny.Session session,
      List<Review> reviews,
      Map<UUID, Cycle> cycles,
      Map<UUID, Set<Relation>> relations,
      Viewer viewer) {
    return directory
        .names(
            session,
            reviews.stream()
                .flatMap(review -> PeopleOfReview.parties(review).stream())
                .collect(Collectors.toSet()))
        .map(
            names ->
                reviews.stream()
                    .map(
                        review ->
                            summary(
                                review,
                                Objects.requireNonNull(cycles.get(review.cycleId())),
                                relations.getOrDefault(review.id(), Set.of()),
                                viewer,
                                names))
                    .toList());
  }

  private static ReviewSummary summary(
      Review review, Cycle cycle, Set<Relation> relations, Viewer viewer, Names names) {
    VisibleParts sight = VisibleParts.of(review, relations, viewer.employeeId());
    return new ReviewSummary(
        review.id(),
        cycle.id(),
        cycle.key(),
        review.phase(),
        review.revision(),
        PersonView.of(review.employeeId(), names),
        reviewer(review, names),
        review.placement().orgUnit(),
        review.due(),
        relations.stream().sorted().toList(),
        sight.result() ? review.ordinal().orElse(null) : null,
        actions(review, cycle, relations, viewer));
  }

  private static ReviewView view(ReviewContext context, Names names) {
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
        PersonView.of(review.employeeId(), names),
        reviewer(review, names),
        review.placement(),
        review.period(),
        review.due(),
        context.relations().stream().sorted().toList(),
        sight.contributions(review, names),
        result ? observations(review, names) : null,
        result ? review.work().ratings() : null,
        result ? review.work().contextNote() : null,
        whole ? Overall.suggested(review.work(), context.policy()).orElse(null) : null,
        result ? submission(review, names) : null,
        result ? review.originalOrdinal().orElse(null) : null,
        result ? review.ordinal().orElse(null) : null,
        result ? ReviewStates.calibration(review) : null,
        result ? review.outcome().map(ReviewView.CalibrationView::of).orElse(null) : null,
        review.conclusion().sharedAt(),
        review.conclusion().answerUntil(),
        review.conclusion().appealableUntil(),
        result && review.underAppeal(),
        whole || sight.own() ? review.conclusion().acknowledgement() : null,
        whole || sight.own()
            ? review.ending().map(ending -> EndingView.of(ending, names)).orElse(null)
            : null,
        whole ? review.reopening().map(one -> ReopeningView.of(one, names)).orElse(null) : null,
        whole ? reassignments(review, names) : null,
        whole ? question(review, names) : null,
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

  private static @Nullable PersonView reviewer(Review review, Names names) {
    return review.reviewerId().map(reviewer -> PersonView.of(reviewer, names)).orElse(null);
  }

  private static List<ObservationView> observations(Review review, Names names) {
    return review.work().observations().stream()
        .map(seen -> ObservationView.of(seen, names))
        .toList();
  }

  private static @Nullable SubmissionView submission(Review review, Names names) {
    return Optional.ofNullable(review.conclusion().submission())
        .map(submission -> SubmissionView.of(submission, names))
        .orElse(null);
  }

  private static List<ReassignmentView> reassignments(Review review, Names names) {
    return review.past().reassignments().stream()
        .map(passed -> ReassignmentView.of(passed, names))
        .toList();
  }

  private static @Nullable ReviewerQuestionView question(Review review, Names names) {
    return review
        .standing()
        .openQuestion()
        .map(asked -> ReviewerQuestionView.of(asked, names))
        .orElse(null);
  }

  private static List<String> actions(
      Review review, Cycle cycle, Set<Relation> relations, Viewer viewer) {
    return Permissions.open(review, cycle.state(), relations, viewer).stream()
        .map(ReviewAction::operation)
        .distinct()
        .toList();
  }
}
