package org.evenhand.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.tests.BrunnerMunzel;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.PooledZ;
import org.evenhand.analytics.statistics.verdict.Comparison;
import org.evenhand.analytics.statistics.verdict.Family;
import org.evenhand.analytics.statistics.verdict.Verdict;
import org.evenhand.analytics.statistics.verdict.VerdictRule;
import org.evenhand.kit.test.cases.PublishedCase;
import org.junit.jupiter.api.Test;

/** A year that really happened: 1,663 performance marks of the UK Department of Health, 2013-14. */
class DepartmentOfHealthTest {
  private static final int EXCEEDED = 3;

  private final JsonNode year;

  DepartmentOfHealthTest() throws IOException {
    year =
        new ObjectMapper()
            .readTree(
                DepartmentOfHealthTest.class.getResourceAsStream(
                    "/real/department-of-health-2013-14.json"));
  }

  @Test
  void theFiguresOfEveryGroupHold() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> dimension : year.get("dimensions").properties()) {
      Partition partition = partition(dimension.getKey());
      Map<String, Object> groups = new LinkedHashMap<>();
      Group reference = partition.reference(EXCEEDED, partition.suppression(5), 10).orElseThrow();
      for (Group group : partition.groups()) {
        if (!group.equals(reference)) {
          groups.put(group.name(), figures(group, reference));
        }
      }
      figures.put(dimension.getKey(), groups);
    }
    PublishedCase published =
        new PublishedCase(
            "department-of-health", "", year.get("dimensions"), year.get("expected"), 1e-6);

    assertEquals(List.of(), published.differences(figures));
  }

  @Test
  void disabilityAndWorkPatternAreWarningsByTheShareRatedBest() {
    List<Verdict> verdicts = judge(Metric.IMPACT_RATIO);

    assertEquals(
        List.of("Disabled WARN", "Unknown COVERAGE", "Part time WARN"), outcomes(verdicts));
    Verdict disabled = verdicts.get(0);
    assertEquals(
        2 * 0.00011063676901408523, disabled.basis().orElseThrow().q().orElseThrow(), 1e-9);
    assertTrue(
        disabled.reasons().stream().anyMatch(r -> r.contains("stays at a warning")),
        "critical by size, and capped");
    assertEquals(
        "a ratio of at least 0.80, that is 13 more of the group at or above the favourable level",
        disabled.clearedBy().get(0));
  }

  @Test
  void theWholeDistributionsDifferLess() {
    assertEquals(
        List.of("Disabled WATCH", "Unknown COVERAGE", "Part time NONE"),
        outcomes(judge(Metric.CLIFFS_DELTA)));
  }

  @Test
  void whoeverDeclaredNothingIsInNoFamily() {
    Verdict unknown = judge(Metric.IMPACT_RATIO).get(1);

    assertTrue(unknown.basis().orElseThrow().q().isEmpty());
    assertEquals(2, unknown.basis().orElseThrow().familySize());
    assertFalse(unknown.basis().orElseThrow().effect().isEmpty());
  }

  private List<Verdict> judge(Metric metric) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String dimension : List.of("disability", "workPattern")) {
      comparisons.addAll(Comparison.of(partition(dimension), metric, EXCEEDED, 5));
    }
    return VerdictRule.STANDARD.judge(new Family("2013-14", metric), comparisons);
  }

  private static List<String> outcomes(List<Verdict> verdicts) {
    return verdicts.stream().map(v -> v.group() + " " + v.outcome()).toList();
  }

  private Partition partition(String dimension) {
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, JsonNode> group : year.at("/dimensions/" + dimension).properties()) {
      JsonNode best = group.getValue();
      groups.add(
          new Group(
              group.getKey(),
              LevelCounts.of(best.get(2).asLong(), best.get(1).asLong(), best.get(0).asLong()),
              !group.getKey().equals("Unknown")));
    }
    return new Partition(dimension, groups);
  }

  private static Map<String, Object> figures(Group group, Group reference) {
    ImpactRatio impact =
        new ImpactRatio(group.counts().atOrAbove(EXCEEDED), reference.counts().atOrAbove(EXCEEDED));
    CliffsDelta delta = new CliffsDelta(group.counts(), reference.counts());
    BrunnerMunzel test = delta.brunnerMunzel().orElseThrow();
    PooledZ z = PooledZ.of(impact.focal(), impact.reference());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("reference", reference.name());
    figures.put("n", impact.focalPeople());
    figures.put("selected", impact.focal().selected());
    figures.put("rate", impact.focal().rate());
    figures.put("referenceRate", impact.reference().rate());
    figures.put("impactRatio", impact.value().orElseThrow());
    figures.put("impactRatioCi", CaseFigures.limits(impact.interval().orElseThrow()));
    figures.put("belowFourFifths", impact.belowFourFifths());
    figures.put("z", z.z());
    figures.put("pZ", z.p());
    figures.put("difference", impact.difference());
    figures.put("differenceCiNewcombe", CaseFigures.limits(impact.differenceInterval()));
    figures.put("cohenH", impact.cohenH());
    figures.put("pFisher", FisherExact.of(impact.focal(), impact.reference()).twoSided());
    figures.put("cliffsDelta", delta.delta());
    figures.put("brunnerMunzel", test.statistic());
    figures.put("brunnerMunzelDf", test.degreesOfFreedom());
    figures.put("brunnerMunzelP", test.p());
    return figures;
  }
}
