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

  /**
   * @param by null where nobody screened what was referred
   */
  public record Screening(boolean admitted, String reason, @Nullable UUID by, Instant at) {

    private static final String NOT_SCREENED = "REFERRAL_NOT_SCREENED";

    /** Admitted, because nobody to whom it was referred has said anything in time. */
    public static Screening silent(Instant at) {
      return new Screening(true, NOT_SCREENED, null, at);
    }
  }

  /**
   * @param by null where it was referred by itself
   */
  public record Referral(String reason, @Nullable UUID by, Instant at) {

    private static final String APPELLANT_LEFT = "APPELLANT_LEFT";

    /** Whoever has left can't refer it themself. */
    public static Referral ofLeaver(Instant at) {
      return new Referral(APPELLANT_LEFT, null, at);
    }
  }

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
    return made.stream().anyMatch(screening -> person.equals(screening.by()));
  }

  public Optional<Screening> last() {
    return made.stream().reduce((first, second) -> second);
  }
}
