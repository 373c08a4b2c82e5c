package org.evenhand.policy.content;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Violation;

/**
 * Checks whether the parts of a version agree with each other, which no single field shows. Every
 * contradiction is listed, so that an author can correct a long document at once and not by trial.
 */
final class ContentRules {

  private final PolicyContent content;
  private final Set<Integer> ordinals;
  private final Set<String> criteria;
  private final List<Violation> found = new ArrayList<>();

  private ContentRules(PolicyContent content) {
    this.content = content;
    this.ordinals =
        content.scale().levels().stream().map(RatingLevel::ordinal).collect(Collectors.toSet());
    this.criteria = content.criteria().stream().map(Criterion::key).collect(Collectors.toSet());
  }

  static List<Violation> violations(PolicyContent content) {
    var rules = new ContentRules(content);
    rules.scope();
    rules.scale();
    rules.criteria();
    rules.anchors();
    rules.form();
    rules.guidance();
    rules.exemplars();
    return rules.found;
  }

  private void scope() {
    var scope = content.scope();
    unique("/scope/countries", "", scope.countries(), Function.identity());
    unique("/scope/legalEntities", "", scope.legalEntities(), Function.identity());
    unique("/scope/workerTypes", "", scope.workerTypes(), Function.identity());
    unique(
        "/eligibility/workerTypes", "", content.eligibility().workerTypes(), Function.identity());
  }

  private void scale() {
    var levels = content.scale().levels();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).ordinal() > levels.size()) {
        add(
            "/scale/levels/" + i + "/ordinal",
            "the ordinals of %d levels are 1 to %1$d without a gap".formatted(levels.size()));
      }
    }
    unique("/scale/levels", "/ordinal", levels, RatingLevel::ordinal);
    unique("/scale/levels", "/label", levels, RatingLevel::label);
    known("/scale/favourableFrom", content.scale().favourableFrom());
  }

  private void criteria() {
    unique("/criteria", "/key", content.criteria(), Criterion::key);
    int sum = content.criteria().stream().mapToInt(Criterion::weight).sum();
    if (sum != 100) {
      add("/criteria", "the weights sum to " + sum + " and must sum to 100");
    }
  }

  private void anchors() {
    var anchors = content.anchors();
    for (int i = 0; i < anchors.size(); i++) {
      if (!criteria.contains(anchors.get(i).criterion())) {
        add("/anchors/" + i + "/criterion", "is not the key of a criterion");
      }
      known("/anchors/" + i + "/ordinal", anchors.get(i).ordinal());
    }
    unique("/anchors", "", anchors, a -> List.of(a.criterion(), a.ordinal()));
  }

  private void form() {
    unique("/form", "/key", content.form(), Question::key);
  }

  private void guidance() {
    var ranges = content.calibration().guidance();
    String at = "/calibration/guidance";
    for (int i = 0; i < ranges.size(); i++) {
      known(at + "/" + i + "/ordinal", ranges.get(i).ordinal());
      if (ranges.get(i).low() > ranges.get(i).high()) {
        add(at + "/" + i + "/low", "must not be above high");
      }
    }
    unique(at, "/ordinal", ranges, GuidanceRange::ordinal);
    int low = ranges.stream().mapToInt(GuidanceRange::low).sum();
    if (low > 100) {
      add(at, "the lower ends sum to " + low + ", so no distribution could fit");
    }
    int high = ranges.stream().mapToInt(GuidanceRange::high).sum();
    if (ranges.size() >= ordinals.size() && high < 100) {
      add(at, "the upper ends sum to " + high + ", so no distribution could fit");
    }
  }

  private void exemplars() {
    var exemplars = content.exemplars();
    for (int i = 0; i < exemplars.size(); i++) {
      known("/exemplars/" + i + "/ordinal", exemplars.get(i).ordinal());
    }
  }

  private void known(String pointer, int ordinal) {
    if (!ordinals.contains(ordinal)) {
      add(pointer, "is not a level of the scale");
    }
  }

  private <T> void unique(String list, String field, List<T> items, Function<T, ?> key) {
    List<Object> seen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int first = seen.indexOf(key.apply(items.get(i)));
      if (first >= 0) {
        add(list + "/" + i + field, "repeats " + list + "/" + first + field);
      }
      seen.add(key.apply(items.get(i)));
    }
  }

  private void add(String pointer, String detail) {
    found.add(INCONSISTENT.at(pointer, detail));
  }
}
