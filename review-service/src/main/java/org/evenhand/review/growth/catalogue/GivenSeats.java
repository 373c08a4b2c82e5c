package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Seats that the company takes for somebody because it has promised them one. */
@ApplicationScoped
public class GivenSeats {

  private final CatalogueRepository catalogue;

  GivenSeats(CatalogueRepository catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Whose seat was promised, and by what; a promise was made for seats of a retired entry too.
   *
   * @param means by which the company promised it
   */
  public record Promised(UUID entry, UUID person, UUID means) {}

  /**
   * A seat that the person has taken themself is the one that was promised, once: no two promises
   * are kept by one seat.
   *
   * @param instead the operations that are left where there is none
   * @return what came about with the entry
   * @throws Problem STATE_CONFLICT where no seat is left, or theirs was given for another promise
   */
  public Uni<List<Fact>> give(Mutiny.Session session, Promised promised, List<String> instead) {
    return catalogue
        .hold(session, promised.entry())
        .chain(() -> session.find(CatalogueEntry.class, promised.entry()))
        .map(found -> Optional.ofNullable(found).orElseThrow(CatalogueRepository::unknown))
        .call(
            entry ->
                catalogue
                    .seated(session, promised.person(), List.of(entry.id()))
                    .chain(
                        seated ->
                            seated.isEmpty()
                                ? seat(session, entry, promised, instead)
                                : own(session, promised, instead)))
        .map(entry -> List.of(EntrySteps.given(entry, promised.person())));
  }

  private Uni<Void> own(Mutiny.Session session, Promised promised, List<String> instead) {
    return catalogue
        .promise(session, promised)
        .invoke(
            kept -> {
              if (!kept) {
                throw none(instead);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> seat(
      Mutiny.Session session, CatalogueEntry entry, Promised promised, List<String> instead) {
    if (entry.seatsLeft().filter(left -> left < 1).isPresent()) {
      throw none(instead);
    }
    entry.takeSeat();
    return catalogue
        .seat(session, entry.id(), promised.person())
        .chain(() -> own(session, promised, instead));
  }

  /** Whoever gives it isn't told what else the person has there. */
  private static Problem none(List<String> instead) {
    return Problem.of(
            CommonProblem.STATE_CONFLICT,
            "No seat can be given there: what is promised has to be agreed on otherwise.")
        .allowing(instead);
  }
}
