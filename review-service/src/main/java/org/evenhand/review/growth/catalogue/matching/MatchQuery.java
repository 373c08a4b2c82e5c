package org.evenhand.review.growth.catalogue.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.growth.catalogue.AccessFeature;
import org.evenhand.review.growth.catalogue.EntryContent;
import org.evenhand.review.growth.catalogue.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. What they need to take part is in the question alone, and kept nowhere.
 *
 * @param criteria of which an entry has to work on one; any where there are none
 * @param seed orders what starts on the same day
 */
record MatchQuery(
    List<String> criteria,
    @Nullable String tag,
    @Nullable EntryKind kind,
    @Nullable String language,
    @Nullable String place,
    List<AccessFeature> needs,
    String seed) {

  MatchQuery {
    criteria = List.copyOf(criteria);
    needs = List.copyOf(needs);
  }

  /** Over {@code c}, an entry; each is found in the one index of what entries say. */
  String clauses() {
    List<String> clauses = new ArrayList<>(List.of(says("wanted")));
    if (!criteria.isEmpty()) {
      clauses.add(
          IntStream.range(0, criteria.size())
              .mapToObj(i -> says("gap" + i))
              .collect(Collectors.joining(" or ", "(", ")")));
    }
    if (place != null) {
      clauses.add("(%s or %s)".formatted(says("there"), says("anywhere")));
    }
    return String.join(" and ", clauses);
  }

  /** A text first: bound as JSON it would be a string. */
  private static String says(String parameter) {
    return "c.content @> cast(cast(:%s as text) as jsonb)".formatted(parameter);
  }

  Rows bind(Rows rows) {
    rows.bind("wanted", Json.write(wanted()));
    for (int i = 0; i < criteria.size(); i++) {
      rows.bind("gap" + i, Json.write(Map.of("criteria", List.of(criteria.get(i)))));
    }
    if (place != null) {
      rows.bind("there", Json.write(Map.of("places", List.of(place))));
      rows.bind("anywhere", Json.write(Map.of("accessibility", List.of(AccessFeature.REMOTE))));
    }
    return rows;
  }

  private Map<String, Object> wanted() {
    Map<String, Object> wanted = new TreeMap<>();
    if (tag != null) {
      wanted.put("tags", List.of(tag));
    }
    if (kind != null) {
      wanted.put("kind", kind);
    }
    if (language != null) {
      wanted.put("ranges", List.of(language));
    }
    if (!needs.isEmpty()) {
      wanted.put("accessibility", needs);
    }
    return wanted;
  }

  /** Why an entry was found, by what it says itself. */
  List<MatchReason> why(EntryContent entry, @Nullable Integer seatsLeft) {
    List<MatchReason> why = new ArrayList<>();
    criteria.stream()
        .filter(entry.criteria()::contains)
        .forEach(each -> why.add(MatchCode.CLOSES_GAP.of(each)));
    if (tag != null) {
      why.add(MatchCode.HAS_TAG.of(tag));
    }
    if (kind != null) {
      why.add(MatchCode.IS_KIND.of(kind.name()));
    }
    if (language != null) {
      entry.languages().stream()
          .filter(each -> each.equals(language) || each.startsWith(language + "-"))
          .forEach(each -> why.add(MatchCode.IN_LANGUAGE.of(each)));
    }
    if (place != null) {
      why.add(
          entry.places().contains(place)
              ? MatchCode.AT_PLACE.of(place)
              : MatchCode.ANYWHERE.of(AccessFeature.REMOTE.name()));
    }
    needs.forEach(each -> why.add(MatchCode.ACCESSIBLE.of(each.name())));
    why.add(MatchCode.SEATS_LEFT.of(seatsLeft == null ? "ANY" : seatsLeft.toString()));
    return why;
  }
}
