package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What has been published of a dimension, beside what is counted now.
 *
 * @param now empty when nobody has a rating, or what is published has to stay
 */
record Picture(Optional<Tally> now, SortedMap<String, PublishedGroup> published) {

  static final Picture EMPTY = new Picture(Optional.empty(), new TreeMap<>());

  /** This picture after some groups were renewed. */
  Picture renewed(Map<String, PublishedGroup> groups) {
    SortedMap<String, PublishedGroup> after = new TreeMap<>(published);
    after.putAll(groups);
    return new Picture(now, after);
  }

  /**
   * What a look finds.
   *
   * @param leastGroup from this size on a group may be shown
   * @param waiting whether there is something to publish that has to wait
   */
  Look look(long leastGroup, boolean waiting) {
    Optional<Scale> scale = scale();
    if (scale.isEmpty()) {
      return new Look.Nothing();
    }
    if (published.isEmpty() && waiting) {
      return new Look.Gathering();
    }
    return new Look.Shown(
        scale.get(),
        groups(scale.get(), leastGroup),
        published.values().stream()
            .map(PublishedGroup::at)
            .max(Comparator.naturalOrder())
            .orElse(null),
        now.map(Tally::onOtherScales).orElse(0L));
  }

  private Optional<Scale> scale() {
    return now.map(Tally::scale)
        .or(() -> published.values().stream().map(PublishedGroup::scale).findFirst());
  }

  private List<ShownGroup> groups(Scale scale, long leastGroup) {
    SortedSet<String> values = new TreeSet<>(published.keySet());
    now.ifPresent(tally -> values.addAll(tally.groups().keySet()));
    List<ShownGroup> groups = new ArrayList<>();
    for (String value : values) {
      ShownGroup group = group(value, scale, leastGroup);
      if (group.counts().people() > 0) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** As published; of a group that was not yet, as many people as keep it hidden. */
  private ShownGroup group(String value, Scale scale, long leastGroup) {
    PublishedGroup group = published.get(value);
    if (group != null && group.scale().equals(scale) && group.counts().people() > 0) {
      return new ShownGroup(value, group.counts(), group.strata());
    }
    long people = now.map(tally -> tally.groups().get(value)).map(LevelCounts::people).orElse(0L);
    long[] hidden = new long[scale.size()];
    hidden[0] = Math.min(people, Math.max(leastGroup - 1, 0));
    return new ShownGroup(value, LevelCounts.of(hidden), Map.of());
  }
}
