package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.growth.catalogue.EntrySteps.Changing;

/**
 * How people take seats and leave them. They name no version: whoever takes the last but one
 * changes nothing for whoever takes the last one.
 */
@ApplicationScoped
class Seats {

  private final EntrySteps steps;
  private final CatalogueRepository catalogue;

  Seats(EntrySteps steps, CatalogueRepository catalogue) {
    this.steps = steps;
    this.catalogue = catalogue;
  }

  /** Taking one twice is taking it once. */
  Uni<Answer> take(UUID id) {
    return steps.take(
        steps.on(id).add(),
        "takeCatalogueSeat",
        changing ->
            isSeated(changing)
                .chain(
                    seated -> {
                      if (seated) {
                        return Uni.createFrom().voidItem();
                      }
                      changing.entry().takeSeat();
                      return catalogue.seat(changing.session(), id, changing.actor());
                    }));
  }

  Uni<Answer> leave(UUID id) {
    return steps.take(
        steps.on(id).add(),
        "leaveCatalogueSeat",
        changing ->
            isSeated(changing)
                .chain(
                    seated -> {
                      if (!seated) {
                        return Uni.createFrom().voidItem();
                      }
                      changing.entry().leaveSeat();
                      return catalogue.unseat(changing.session(), id, changing.actor());
                    }));
  }

  private Uni<Boolean> isSeated(Changing changing) {
    return catalogue
        .seated(changing.session(), changing.actor(), List.of(changing.entry().id()))
        .map(seated -> !seated.isEmpty());
  }
}
