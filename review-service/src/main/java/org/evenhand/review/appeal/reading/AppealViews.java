package org.evenhand.review.appeal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.Ground;
import org.evenhand.review.appeal.Screenings;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.StepDue;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.Withdrawal;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealPermissions;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.appeal.reading.AppealView.FilingView;
import org.evenhand.review.appeal.reading.AppealView.ReferralView;
import org.evenhand.review.appeal.reading.AppealView.ScreeningView;
import org.evenhand.review.appeal.reading.AppealView.WithdrawalView;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.Revision;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows appeals to those who may see them. */
@ApplicationScoped
public class AppealViews {

  private final Directory directory;
  private final AppealSettings settings;

  AppealViews(Directory directory, AppealSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  public Uni<AppealView> of(AppealContext context) {
    return directory
        .names(context.session(), people(context.appeal()))
        .map(names -> view(context, names));
  }

  /** In the order of the appeals. */
  Uni<List<AppealSummary>> summaries(
      Mutiny.Session session,
      List<Appeal> appeals,
      Map<UUID, Set<AppealRelation>> relations,
      Viewer viewer) {
    return directory
        .names(session, appeals.stream().map(Appeal::appellantId).toList())
        .map(
            names ->
                appeals.stream()
                    .map(
                        appeal ->
                            summary(
                                appeal,
                                relations.getOrDefault(appeal.id(), Set.of()),
                                viewer,
                                names))
                    .toList());
  }

  private static AppealSummary summary(
      Appeal appeal, Set<AppealRelation> relations, Viewer viewer, Names names) {
    boolean whose = AppealSight.of(appeal, relations).whose();
    return new AppealSummary(
        appeal.id(),
        appeal.phase(),
        whose ? appeal.reviewId() : null,
        whose ? names.of(appeal.appellantId()) : null,
        relations.stream().sorted().toList(),
        appeal.due().map(StepDue::on).orElse(null),
        appeal.isLate(),
        actions(appeal, relations, viewer));
  }

  private AppealView view(AppealContext context, Names names) {
    Appeal appeal = context.appeal();
    AppealSight sight = AppealSight.of(appeal, context.relations());
    PanelPart panel = new PanelPart(context, sight, names);
    return new AppealView(
        appeal.id(),
        appeal.phase(),
        sight.whose() ? appeal.reviewId() : null,
        sight.whose() ? appeal.revision() : null,
        sight.whose() ? names.of(appeal.appellantId()) : null,
        context.relations().stream().sorted().toList(),
        sight.words() ? FilingView.of(appeal.filing(), names.of(appeal.filing().by())) : null,
        sight.course() ? names.orNull(appeal.companionId().orElse(null)) : null,
        sight.course() ? screenings(appeal.screenings(), names) : null,
        sight.course() ? referral(appeal.screenings()) : null,
        sight.words() ? panel.response() : null,
        panel.seats(),
        panel.evidence(),
        sight.level() ? level(appeal, context.review()).orElse(null) : null,
        panel.hearing(),
        panel.earlierHearings(),
        panel.remand(),
        sight.course() ? withdrawal(appeal, names) : null,
        panel.decision(),
        statutoryChannel(context),
        appeal.due().map(StepDue::on).orElse(null),
        appeal.isLate(),
        appeal.endedAt().orElse(null),
        actions(appeal, context.relations(), context.viewer()));
  }

  private static List<ScreeningView> screenings(Screenings screenings, Names names) {
    return screenings.made().stream()
        .map(
            made ->
                new ScreeningView(
                    made.admitted(), made.reason(), names.orNull(made.by()), made.at()))
        .toList();
  }

  private static @Nullable ReferralView referral(Screenings screenings) {
    return screenings.referral() == null
        ? null
        : new ReferralView(screenings.referral().reason(), screenings.referral().at());
  }

  private static @Nullable WithdrawalView withdrawal(Appeal appeal, Names names) {
    return appeal
        .withdrawal()
        .map(taken -> new WithdrawalView(taken.reason(), names.of(taken.by()), taken.at()))
        .orElse(null);
  }

  /** Of the revision that the appeal is about, whatever came after it. */
  private static Optional<Integer> level(Appeal appeal, Review review) {
    return review.past().revisions().stream()
        .filter(earlier -> earlier.number() == appeal.revision())
        .findFirst()
        .map(Revision::ordinal)
        .or(review::ordinal);
  }

  private @Nullable String statutoryChannel(AppealContext context) {
    boolean side =
        context.relations().contains(AppealRelation.APPELLANT)
            || context.relations().contains(AppealRelation.COMPANION);
    return side && context.appeal().filing().grounds().contains(Ground.DISCRIMINATION)
        ? settings
            .statutoryChannel()
            .getOrDefault(context.review().placement().country(), settings.otherStatutoryChannel())
        : null;
  }

  private static List<String> actions(Appeal appeal, Set<AppealRelation> relations, Viewer viewer) {
    return AppealPermissions.open(appeal, relations, viewer).stream()
        .map(AppealAction::operation)
        .toList();
  }

  private static Set<UUID> people(Appeal appeal) {
    return Stream.of(
            Stream.of(appeal.appellantId(), appeal.filing().by()),
            appeal.companionId().stream(),
            appeal.reassessorId().stream(),
            appeal.withdrawal().map(Withdrawal::by).stream(),
            appeal.screenings().made().stream().flatMap(made -> Stream.ofNullable(made.by())),
            appeal.panel().stream().flatMap(panel -> panel.seats().stream().map(Seat::employeeId)),
            appeal.panel().stream().flatMap(panel -> panel.votes().stream().map(Vote::by)))
        .flatMap(people -> people)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
