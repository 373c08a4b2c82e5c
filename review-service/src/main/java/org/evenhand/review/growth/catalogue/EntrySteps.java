package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** The way that every step on an entry goes, one after the other. */
@ApplicationScoped
class EntrySteps {

  private static final String AGGREGATE = "catalogue-entry";

  /** An entry, and who takes a step on it. */
  record Changing(Mutiny.Session session, Viewer viewer, CatalogueEntry entry)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final CatalogueRepository catalogue;
  private final CatalogueReading reading;
  private final Access access;

  EntrySteps(Steps steps, CatalogueRepository catalogue, CatalogueReading reading, Access access) {
    this.steps = steps;
    this.catalogue = catalogue;
    this.reading = reading;
    this.access = access;
  }

  Steps.Permitted<Changing> on(UUID id) {
    return steps.load(session -> changing(session, id)).permitAll();
  }

  private Uni<Changing> changing(Mutiny.Session session, UUID id) {
    return access
        .acting(session)
        .call(() -> catalogue.hold(session, id))
        .chain(
            viewer ->
                catalogue
                    .visible(session, id, viewer)
                    .map(entry -> new Changing(session, viewer, entry)));
  }

  Uni<Answer> take(
      Steps.Matched<Changing> matched, String operation, Function<Changing, Uni<?>> taken) {
    return matched
        .take(
            changing -> {
              changing.entry().require(operation);
              return taken.apply(changing).replaceWith(changing.entry());
            })
        .tell((changing, entry) -> List.of(fact(entry, operation)))
        .answer(
            (changing, entry) ->
                reading
                    .views(changing.session(), changing.viewer(), List.of(entry))
                    .map(views -> Answer.ok(entry.version(), views.get(0))));
  }

  /** The audit keeps what was done by whom: of a seat that somebody takes, by whose it is. */
  static Fact fact(CatalogueEntry entry, String what) {
    return Fact.noted(
        AGGREGATE, entry.id(), what, Map.of("state", entry.state(), "version", entry.version()));
  }

  /** Of a seat that is given the audit keeps for whom, as well. */
  static Fact given(CatalogueEntry entry, UUID person) {
    return Fact.noted(
        AGGREGATE,
        entry.id(),
        "seat-given",
        Map.of("state", entry.state(), "version", entry.version(), "employeeId", person));
  }
}
