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
   * A seat that the person has taken themself is the one that was promised.
   *
   * @param instead the operations that are left where there is none
   * @return what came about with the entry; nothing where they have a seat already
   * @throws Problem STATE_CONFLICT where no seat is left, or none is given any more
   */
  public Uni<List<Fact>> give(
      Mutiny.Session session, UUID entry, UUID person, List<String> instead) {
    return catalogue
        .hold(session, entry)
        .chain(() -> catalogue.seated(session, person, List.of(entry)))
        .chain(
            seated ->
                seated.isEmpty()
                    ? seat(session, entry, person, instead)
                    : Uni.createFrom().item(List.of()));
  }

  private Uni<List<Fact>> seat(Mutiny.Session session, UUID id, UUID person, List<String> instead) {
    return session
        .find(CatalogueEntry.class, id)
        .map(found -> Optional.ofNullable(found).orElseThrow(CatalogueRepository::unknown))
        .invoke(
            entry -> {
              if (entry.state() != EntryState.PUBLISHED
                  || entry.seatsLeft().filter(left -> left < 1).isPresent()) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT,
                        "No seat is left there: what is promised has to be agreed on otherwise.")
                    .allowing(instead);
              }
              entry.takeSeat();
            })
        .call(() -> catalogue.seat(session, id, person))
        .map(entry -> List.of(EntrySteps.fact(entry, "seat-given")));
  }
}
