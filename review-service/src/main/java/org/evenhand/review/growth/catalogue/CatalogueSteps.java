package org.evenhand.review.growth.catalogue;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.catalogue.EntrySteps.Changing;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How HR keeps the catalogue. */
@ApplicationScoped
class CatalogueSteps {

  private record Adding(Mutiny.Session session, Viewer viewer) implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final EntrySteps onOne;
  private final CatalogueReading reading;
  private final PolicyVersions policies;
  private final Access access;

  CatalogueSteps(
      Steps steps,
      EntrySteps onOne,
      CatalogueReading reading,
      PolicyVersions policies,
      Access access) {
    this.steps = steps;
    this.onOne = onOne;
    this.reading = reading;
    this.policies = policies;
    this.access = access;
  }

  Uni<Answer> draft(CatalogueRequest request) {
    return steps
        .load(session -> access.person(session).map(viewer -> new Adding(session, viewer)))
        .permitAll()
        .add()
        .take(
            adding ->
                criteria(adding.session())
                    .map(request::content)
                    .map(content -> new CatalogueEntry(Ids.next(), content, request.seats()))
                    .call(adding.session()::persist))
        .tell((adding, entry) -> List.of(EntrySteps.fact(entry, "drafted")))
        .answer(
            (adding, entry) ->
                reading
                    .views(adding.session(), adding.viewer(), List.of(entry))
                    .map(
                        views ->
                            Answer.created(
                                URI.create("/v1/catalogue/" + entry.id()),
                                entry.version(),
                                views.get(0))));
  }

  private Uni<Set<String>> criteria(Mutiny.Session session) {
    return policies
        .inForce(session)
        .map(
            inForce ->
                inForce.stream()
                    .flatMap(version -> version.content().criteria().stream())
                    .map(Criterion::key)
                    .collect(Collectors.toSet()));
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, CatalogueRequest request) {
    return step(
        id,
        ifMatch,
        "changeCatalogueEntry",
        changing ->
            criteria(changing.session())
                .map(request::content)
                .invoke(content -> change(changing.entry(), content, request.seats())));
  }

  private static void change(CatalogueEntry entry, EntryContent content, @Nullable Integer seats) {
    if (seats != null && seats < entry.seatsTaken()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "Seats that are taken stay.")
          .with(RANGE.at("/seats", "is less than the %d taken".formatted(entry.seatsTaken())));
    }
    entry.put(content, seats);
  }

  Uni<Answer> publish(UUID id, @Nullable String ifMatch) {
    return step(id, ifMatch, "publishCatalogueEntry", now(CatalogueEntry::publish));
  }

  Uni<Answer> retire(UUID id, @Nullable String ifMatch) {
    return step(id, ifMatch, "retireCatalogueEntry", now(CatalogueEntry::retire));
  }

  private static Function<Changing, Uni<?>> now(Consumer<CatalogueEntry> step) {
    return changing -> {
      step.accept(changing.entry());
      return Uni.createFrom().voidItem();
    };
  }

  private Uni<Answer> step(
      UUID id, @Nullable String ifMatch, String operation, Function<Changing, Uni<?>> taken) {
    return onOne.take(
        onOne.on(id).match(ifMatch, changing -> changing.entry().version()), operation, taken);
  }
}
