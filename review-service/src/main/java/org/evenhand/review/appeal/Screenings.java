package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an appeal is admitted: by HR, and after a referral by the HR lead, who decides last. */
public record Screenings(List<Screening> made, @Nullable Referral referral) {

  static final Screenings NONE = new Screenings(List.of(), null);

  public Screenings {
    made = List.copyOf(made);
  }

  public record Screening(boolean admitted, String reason, UUID by, Instant at) {}

  public record Referral(String reason, UUID by, Instant at) {}

  Screenings with(Screening screening) {
    return new Screenings(Stream.concat(made.stream(), Stream.of(screening)).toList(), referral);
  }

  Screenings referred(Referral to) {
    return new Screenings(made, to);
  }

  public boolean hasReferral() {
    return referral != null;
  }

  public boolean madeBy(UUID person) {
    return made.stream().anyMatch(screening -> screening.by().equals(person));
  }

  public Optional<Screening> last() {
    return made.stream().reduce((first, second) -> second);
  }
}
