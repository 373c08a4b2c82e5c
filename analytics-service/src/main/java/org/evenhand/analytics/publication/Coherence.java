package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.Disclosure;
import org.evenhand.analytics.statistics.Group;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Partition;
import org.evenhand.analytics.statistics.Suppression;

/**
 * What may be published of a cycle at one moment, so that nothing that is shown can be subtracted
 * from anything else that is.
 *
 * <p>Each group moves in steps of its own. The total could so have moved on for three people whose
 * group has not moved yet, and what is shown of the groups, subtracted from the total, would be the
 * ratings of these three. Therefore everything is published at one moment, and for each dimension
 * the total less what is shown of its groups tells of nobody, or of as many people as a step; and
 * the groups never hold more people than the total does, as they would when some of them moved
 * within a dimension and others had to wait. Nor may the same group before and after calibration
 * differ by a few: those are the ones whom no session has decided about, and what is shown before,
 * less what is shown after, would be their ratings.
 *
 * @param renewal the steps of a group by itself
 * @param leastSizes the least group sizes of the questions that show groups, the smallest first
 */
record Coherence(Renewal renewal, List<Integer> leastSizes) {

  /** Nothing to be renewed. */
  private static final SortedMap<String, LevelCounts> NOTHING =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  /** A group that has to stay as it is. */
  private record Refused(Part part, String value) {}

  /**
   * The groups to be renewed.
   *
   * @param pictures of one moment
   */
  SortedMap<Part, SortedMap<String, LevelCounts>> of(SortedMap<Part, Picture> pictures) {
    SortedMap<Part, SortedMap<String, LevelCounts>> due = new TreeMap<>();
    pictures.forEach((part, picture) -> due.put(part, new TreeMap<>(renewals(picture))));
    while (true) {
      Candidate candidate = new Candidate(pictures, heldBack(pictures, due));
      List<Refused> refused = refused(candidate);
      if (refused.isEmpty()) {
        return candidate.renewed();
      }
      refused.forEach(each -> due.getOrDefault(each.part(), NOTHING).remove(each.value()));
    }
  }

  private SortedMap<String, LevelCounts> renewals(Picture picture) {
    return picture.now().map(now -> renewal.of(picture.published(), now)).orElse(NOTHING);
  }

  private SortedMap<Part, SortedMap<String, LevelCounts>> heldBack(
      SortedMap<Part, Picture> pictures, SortedMap<Part, SortedMap<String, LevelCounts>> due) {
    SortedMap<Part, SortedMap<String, LevelCounts>> kept = new TreeMap<>();
    Candidate asked = new Candidate(pictures, due);
    pictures.forEach(
        (part, picture) -> {
          SortedMap<String, LevelCounts> groups = new TreeMap<>(due.getOrDefault(part, NOTHING));
          if (!part.isTotal()) {
            holdBack(picture, groups, asked.total(part.phase()));
          }
          kept.put(part, groups);
        });
    return kept;
  }

  /** The smallest first, until what is unseen of all of them is as much as a step. */
  private void holdBack(
      Picture picture, SortedMap<String, LevelCounts> groups, Optional<LevelCounts> total) {
    if (total.isEmpty()) {
      groups.clear();
    }
    while (!groups.isEmpty() && !isCoherent(picture, groups, total)) {
      groups.entrySet().stream()
          .min(
              Comparator.<Map.Entry<String, LevelCounts>>comparingLong(g -> g.getValue().people())
                  .thenComparing(Map.Entry::getKey))
          .ifPresent(smallest -> groups.remove(smallest.getKey()));
    }
  }

  private List<Refused> refused(Candidate candidate) {
    List<Refused> refused = new ArrayList<>();
    candidate
        .renewed()
        .forEach(
            (part, groups) -> {
              if (part.isTotal() && !groups.isEmpty() && isBlocked(candidate, part.phase())) {
                groups.keySet().forEach(value -> refused.add(new Refused(part, value)));
              }
            });
    return refused.isEmpty() ? nested(candidate) : refused;
  }

  /** After calibration waits first: it follows. */
  private List<Refused> nested(Candidate candidate) {
    List<Refused> refused = new ArrayList<>();
    candidate
        .renewed()
        .forEach(
            (part, groups) -> {
              for (String value : groups.keySet()) {
                boolean otherWaits =
                    part.phase() == Phase.BEFORE
                        && candidate
                            .renewed()
                            .getOrDefault(part.other(), NOTHING)
                            .containsKey(value);
                if (!otherWaits && isFew(candidate, part, value)) {
                  refused.add(new Refused(part, value));
                }
              }
            });
    return refused;
  }

  private boolean isFew(Candidate candidate, Part part, String value) {
    long here = candidate.people(part, value);
    long there = candidate.people(part.other(), value);
    int least = leastSizes.get(leastSizes.size() - 1);
    return here > 0 && there > 0 && !Disclosure.ofNested(here, there, least).isAllowed();
  }

  /**
   * Whether the total may not move yet: a dimension would tell of a few people beside it, and does
   * not beside the total as it is.
   */
  private boolean isBlocked(Candidate candidate, Phase phase) {
    Candidate standing = new Candidate(candidate.pictures(), new TreeMap<>());
    Optional<LevelCounts> before = standing.total(phase);
    Optional<LevelCounts> after = candidate.total(phase);
    return before.isPresent()
        && candidate.pictures().entrySet().stream()
            .filter(each -> each.getKey().phase() == phase && !each.getKey().isTotal())
            .anyMatch(
                each ->
                    !isCoherent(
                            each.getValue(),
                            candidate.renewed().getOrDefault(each.getKey(), NOTHING),
                            after)
                        && isCoherent(each.getValue(), NOTHING, before));
  }

  private boolean isCoherent(
      Picture picture, SortedMap<String, LevelCounts> renewed, Optional<LevelCounts> total) {
    Picture after = after(picture, renewed);
    if (total.isEmpty()
        || !(after.look(leastSizes.get(0), false) instanceof Look.Shown shown)
        || shown.scale().size() != total.get().levels()) {
      return true;
    }
    long people =
        after.published().values().stream().mapToLong(group -> group.counts().people()).sum();
    return people <= total.get().people()
        && leastSizes.stream().allMatch(least -> tellsOfNobody(shown, total.get(), least));
  }

  private static Picture after(Picture picture, SortedMap<String, LevelCounts> renewed) {
    SortedMap<String, PublishedGroup> groups = new TreeMap<>();
    picture
        .now()
        .ifPresent(
            now ->
                renewed.forEach(
                    (value, counts) ->
                        groups.put(value, new PublishedGroup(now.scale(), counts, Instant.EPOCH))));
    return picture.renewed(groups);
  }

  private boolean tellsOfNobody(Look.Shown shown, LevelCounts total, int least) {
    List<Group> groups =
        shown.groups().stream().map(g -> new Group(g.value(), g.counts(), true)).toList();
    Suppression hidden = new Partition("", groups).suppression(least);
    LevelCounts visible =
        groups.stream()
            .filter(group -> !hidden.hides(group.name()))
            .map(Group::counts)
            .reduce(LevelCounts.of(new long[total.levels()]), LevelCounts::plus);
    long difference = Renewal.moved(visible, total);
    return difference == 0 || difference >= renewal.leastChange();
  }

  /** What would stand if these groups were renewed. */
  private record Candidate(
      SortedMap<Part, Picture> pictures, SortedMap<Part, SortedMap<String, LevelCounts>> renewed) {

    Optional<LevelCounts> total(Phase phase) {
      Part total = Part.total(phase);
      return renewed.getOrDefault(total, NOTHING).values().stream()
          .findFirst()
          .or(
              () ->
                  Optional.ofNullable(pictures.get(total))
                      .flatMap(picture -> picture.published().values().stream().findFirst())
                      .map(PublishedGroup::counts));
    }

    /** 0 of a group that is not shown. */
    long people(Part part, String value) {
      LevelCounts anew = renewed.getOrDefault(part, NOTHING).get(value);
      if (anew != null) {
        return anew.people();
      }
      Picture picture = pictures.get(part);
      PublishedGroup group = picture == null ? null : picture.published().get(value);
      return group == null ? 0 : group.counts().people();
    }
  }
}
