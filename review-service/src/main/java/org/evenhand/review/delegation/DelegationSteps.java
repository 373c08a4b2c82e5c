package org.evenhand.review.delegation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.review.succession.Succession;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Asking somebody to act for another, and ending it. */
@ApplicationScoped
class DelegationSteps {

  private static final String AGGREGATE = "delegation";

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Access access;
  private final Directory directory;
  private final DelegationRepository delegations;
  private final Succession succession;
  private final Clock clock;

  DelegationSteps(
      Mutiny.SessionFactory sessions,
      Steps steps,
      Access access,
      Directory directory,
      DelegationRepository delegations,
      Succession succession,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.access = access;
    this.directory = directory;
    this.delegations = delegations;
    this.succession = succession;
    this.clock = clock;
  }

  /**
   * Who asks, and for whom; that person's record is held, so that one delegation comes at a time.
   */
  private record Asking(
      Mutiny.Session session, Viewer viewer, Optional<Employee> from, Optional<Employee> to)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  /** A delegation, and who ends it. */
  private record Revoking(Mutiny.Session session, Viewer viewer, Delegation delegation)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  Uni<Answer> delegate(DelegationRequest request) {
    return steps
        .load(session -> access.person(session).chain(viewer -> asking(session, viewer, request)))
        .permit(DelegationSteps::requireOwnOrHr)
        .add()
        .take(asking -> delegate(asking, request))
        .tell((asking, made) -> List.of(fact(made, "delegated")))
        .answer(
            (asking, made) ->
                view(asking.session(), asking.viewer(), List.of(made))
                    .map(
                        views ->
                            Answer.created(
                                URI.create("/v1/delegations/" + made.id()),
                                made.version(),
                                views.get(0))));
  }

  private Uni<Asking> asking(Mutiny.Session session, Viewer viewer, DelegationRequest request) {
    String from = Optional.ofNullable(request.fromExternalId()).orElseGet(viewer::externalId);
    return directory
        .hold(session, from)
        .call(
            held ->
                held.filter(person -> !viewer.is(person.id()))
                    .map(other -> access.requireOutsideOwnChain(session, viewer, other.id()))
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .chain(
            held ->
                directory
                    .byExternalId(session, request.toExternalId())
                    .map(to -> new Asking(session, viewer, held, to)));
  }

  /** For oneself, or as HR for those in a unit that one serves. */
  private static void requireOwnOrHr(Asking asking) {
    Viewer viewer = asking.viewer();
    boolean own = asking.from().filter(person -> viewer.is(person.id())).isPresent();
    boolean served =
        asking
            .from()
            .map(person -> viewer.hrUnits().contains(person.main().position().orgUnit()))
            .orElse(true);
    boolean hr = viewer.has(Roles.HR_LEAD) || viewer.has(Roles.HR) && served;
    if (!own && !hr) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "One delegates one's own work; HR does it for those it serves.");
    }
  }

  private Uni<Delegation> delegate(Asking asking, DelegationRequest request) {
    Mutiny.Session session = asking.session();
    return others(asking, request)
        .invoke(
            others ->
                new DelegationRules(
                        request, asking.from(), asking.to(), others, asking.viewer().today())
                    .require())
        .map(
            free ->
                new Delegation(
                    Ids.next(),
                    asking.from().orElseThrow().id(),
                    asking.to().orElseThrow().id(),
                    request.kinds().stream().distinct().toList(),
                    request.days(),
                    asking.actor(),
                    now()))
        .call(session::persist)
        .call(made -> succession.look(session, made.id(), Days.endOf(made.lastDay())));
  }

  private Uni<List<Delegation>> others(Asking asking, DelegationRequest request) {
    return asking
        .from()
        .map(person -> delegations.overlapping(asking.session(), person.id(), request.days()))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  /** By either of the two, or by HR. */
  Uni<Answer> revoke(UUID id, @Nullable String ifMatch) {
    return steps
        .load(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            delegations
                                .find(session, viewer, id)
                                .map(DelegationSteps::present)
                                .map(found -> new Revoking(session, viewer, found))))
        .permitAll()
        .match(ifMatch, revoking -> revoking.delegation().version())
        .take(
            revoking -> {
              Delegation ended = revoking.delegation();
              ended.revoke(revoking.actor(), now(), revoking.viewer().today());
              return succession.look(revoking.session(), ended.id()).replaceWith(ended);
            })
        .tell((revoking, ended) -> List.of(fact(ended, "delegation-revoked")))
        .answer(
            (revoking, ended) ->
                view(revoking.session(), revoking.viewer(), List.of(ended))
                    .map(views -> Answer.ok(ended.version(), views.get(0))));
  }

  /**
   * @throws Problem NOT_FOUND
   */
  Uni<Versioned<DelegationView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        delegations
                            .find(session, viewer, id)
                            .map(DelegationSteps::present)
                            .chain(
                                found ->
                                    view(session, viewer, List.of(found))
                                        .map(
                                            views ->
                                                new Versioned<>(found.version(), views.get(0))))));
  }

  Uni<Page<DelegationView>> list(PageRequest page) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        delegations
                            .page(
                                session,
                                viewer,
                                page.cursor().map(cursor -> cursor.uuid(0)),
                                page.limit())
                            .chain(found -> view(session, viewer, found))
                            .map(
                                views ->
                                    Page.of(views, page.limit(), view -> Cursor.of(view.id())))));
  }

  private Uni<List<DelegationView>> view(
      Mutiny.Session session, Viewer viewer, List<Delegation> delegations) {
    Set<UUID> people =
        delegations.stream()
            .flatMap(each -> Stream.of(each.from(), each.to()))
            .collect(Collectors.toSet());
    return directory
        .names(session, people)
        .map(
            names ->
                delegations.stream()
                    .map(each -> DelegationView.of(each, names, viewer.today()))
                    .toList());
  }

  private static Delegation present(Optional<Delegation> found) {
    return found.orElseThrow(
        () -> Problem.of(CommonProblem.NOT_FOUND, "There is no such delegation."));
  }

  private static Fact fact(Delegation delegation, String action) {
    return Fact.noted(
        AGGREGATE,
        delegation.id(),
        action,
        Map.of(
            "from",
            delegation.from(),
            "to",
            delegation.to(),
            "kinds",
            delegation.kinds(),
            "firstDay",
            delegation.firstDay(),
            "lastDay",
            delegation.lastDay()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
