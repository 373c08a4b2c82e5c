package org.evenhand.review.growth.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says.
 *
 * @param criteria of policies, by their keys
 * @param tags skills that no policy names
 * @param languages BCP 47
 * @param ranges the languages with what they are of, {@code nl} beside {@code nl-BE}: whoever asks
 *     for the first finds the second
 * @param places where it is given; none where it is given anywhere
 * @param startsOn null where it can begin at any time
 */
public record EntryContent(
    EntryKind kind,
    String title,
    String description,
    List<String> criteria,
    List<String> tags,
    List<String> languages,
    List<String> ranges,
    List<String> places,
    List<AccessFeature> accessibility,
    @Nullable Integer hours,
    @Nullable Cost cost,
    @Nullable LocalDate startsOn) {

  public EntryContent {
    criteria = List.copyOf(criteria);
    tags = List.copyOf(tags);
    languages = List.copyOf(languages);
    ranges = List.copyOf(ranges);
    places = List.copyOf(places);
    accessibility = List.copyOf(accessibility);
  }

  /** A day that comes after all, where it can begin at any time. */
  private static final LocalDate AT_ANY_TIME = LocalDate.of(9999, 12, 31);

  LocalDate sortsOn() {
    return startsOn == null ? AT_ANY_TIME : startsOn;
  }
}
