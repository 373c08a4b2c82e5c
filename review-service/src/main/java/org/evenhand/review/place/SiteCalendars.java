package org.evenhand.review.place;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.evenhand.kit.data.place.CalendarRows;
import org.evenhand.kit.data.place.KeptCalendar;
import org.evenhand.kit.data.place.SiteCalendar;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.place.SiteCalendarRepository.Lookalike;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps the calendars, and tells our other services of them. */
@ApplicationScoped
class SiteCalendars {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Access access;
  private final SiteCalendarRepository repository;

  SiteCalendars(
      Mutiny.SessionFactory sessions,
      Steps steps,
      Access access,
      SiteCalendarRepository repository) {
    this.sessions = sessions;
    this.steps = steps;
    this.access = access;
    this.repository = repository;
  }

  /** What became of a calendar that was sent. */
  record Outcome(KeptCalendar kept, Change change) {}

  /** What sending a calendar may come to. */
  enum Change {
    MADE,
    REPLACED,
    NONE
  }

  /** Whose calendar it is about, and what is known of it. */
  private record Placing(Mutiny.Session session, Viewer viewer, Optional<KeptCalendar> known)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    @Override
    public String author() {
      return viewer.is(Viewer.NOBODY) ? viewer.externalId() : actor().toString();
    }

    OptionalLong version() {
      return known.map(kept -> OptionalLong.of(kept.version())).orElse(OptionalLong.empty());
    }
  }

  Uni<Page<SiteCalendar>> list(PageRequest page) {
    String after = page.cursor().map(cursor -> cursor.text(0)).orElse("");
    return sessions.withTransaction(
        session ->
            repository
                .page(session, after, page.limit())
                .map(
                    found ->
                        Page.of(
                            found.stream().map(KeptCalendar::calendar).toList(),
                            page.limit(),
                            calendar -> Cursor.of(calendar.workLocation()))));
  }

  /**
   * @throws Problem NOT_FOUND
   */
  Uni<KeptCalendar> one(String workLocation) {
    return sessions
        .withTransaction(session -> repository.find(session, workLocation))
        .map(SiteCalendars::present);
  }

  Uni<Outcome> put(String workLocation, CalendarBody body, @Nullable String ifMatch) {
    return steps
        .load(session -> placing(session, workLocation))
        .permitAll()
        .matchIfThere(ifMatch, Placing::version)
        .take(placing -> keep(placing, workLocation, body))
        .tell(
            (placing, outcome) ->
                outcome.change() == Change.NONE
                    ? List.of()
                    : List.of(PlaceEvents.recorded(outcome.kept())))
        .answerNow((placing, outcome) -> outcome);
  }

  Uni<Void> remove(String workLocation, @Nullable String ifMatch) {
    return steps
        .load(session -> placing(session, workLocation).invoke(placing -> present(placing.known())))
        .permitAll()
        .match(ifMatch, placing -> present(placing.known()).version())
        .take(
            placing ->
                CalendarRows.remove(placing.session(), List.of(present(placing.known()).id()))
                    .chain(() -> repository.nextVersion(placing.session())))
        .tell(
            (placing, version) ->
                List.of(PlaceEvents.removed(present(placing.known()).calendar(), version)))
        .answer((placing, version) -> Uni.createFrom().voidItem());
  }

  private Uni<Placing> placing(Mutiny.Session session, String workLocation) {
    return access
        .viewer(session)
        .chain(
            viewer ->
                repository
                    .hold(session, workLocation)
                    .map(known -> new Placing(session, viewer, known)));
  }

  private Uni<Outcome> keep(Placing placing, String workLocation, CalendarBody body) {
    CalendarRules.check(workLocation, body);
    SiteCalendar wanted = body.at(workLocation);
    Optional<KeptCalendar> known = placing.known();
    if (known.filter(kept -> kept.calendar().equals(wanted)).isPresent()) {
      return Uni.createFrom().item(new Outcome(known.get(), Change.NONE));
    }
    Change change = known.isPresent() ? Change.REPLACED : Change.MADE;
    Mutiny.Session session = placing.session();
    return requireUnlikeKnown(session, workLocation, change)
        .chain(() -> repository.nextVersion(session))
        .map(version -> new KeptCalendar(version, wanted))
        .call(kept -> CalendarRows.keep(session, List.of(kept)))
        .map(kept -> new Outcome(kept, change));
  }

  /**
   * A place that nobody works in yet may come later; one that is only spelt otherwise than where
   * people work would never count.
   */
  private Uni<Void> requireUnlikeKnown(Mutiny.Session session, String workLocation, Change change) {
    return change == Change.REPLACED
        ? Uni.createFrom().voidItem()
        : repository
            .lookalike(session, workLocation)
            .invoke(found -> found.ifPresent(SiteCalendars::refuse))
            .replaceWithVoid();
  }

  private static void refuse(Lookalike known) {
    String fault =
        "similar-key: people work in %s, which looks like it, but %s"
            .formatted(KeyText.shown(known.other()), known.difference());
    throw Problem.of(CommonProblem.RULE_VIOLATED, "The place goes by a name that looks alike.")
        .with(DUPLICATE.parameter("workLocation", fault));
  }

  private static KeptCalendar present(Optional<KeptCalendar> found) {
    return found.orElseThrow(
        () -> Problem.of(CommonProblem.NOT_FOUND, "Nobody has described this place."));
  }
}
