package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.disclosure.AppealOutcome;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.disclosure.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code appeal_group}: what is published of a group's appeals.
 *
 * @param fared how many results of the group fared how; null where the group is hidden
 */
record AppealGroup(String dimension, String value, @Nullable Map<AppealOutcome, Long> fared) {

  /**
   * @param figure of appeals
   * @param profiles everybody, with their place in this figure as the last
   */
  static List<AppealGroup> of(String dimension, Figure figure, List<Profile> profiles) {
    List<AppealGroup> groups = new ArrayList<>();
    figure
        .visibilities()
        .forEach(
            (value, visibility) ->
                groups.add(
                    new AppealGroup(
                        dimension,
                        value,
                        visibility instanceof Visibility.Shown ? fared(value, profiles) : null)));
    return groups;
  }

  private static Map<AppealOutcome, Long> fared(String value, List<Profile> profiles) {
    Map<AppealOutcome, Long> fared = new EnumMap<>(AppealOutcome.class);
    for (AppealOutcome outcome : AppealOutcome.values()) {
      Place place = new Place(value, outcome.level());
      fared.put(
          outcome,
          profiles.stream()
              .filter(
                  each ->
                      each.places().get(each.places().size() - 1).filter(place::equals).isPresent())
              .mapToLong(Profile::people)
              .sum());
    }
    return fared;
  }
}
