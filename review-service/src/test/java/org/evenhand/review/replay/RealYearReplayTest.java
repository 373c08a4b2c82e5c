package org.evenhand.review.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.Scale;
import org.junit.jupiter.api.Test;

/** The marks of 1,663 people: 46 below, 1,217 as expected, 400 above. */
class RealYearReplayTest {

  private static final List<String> LEVELS = List.of("Improvement needed", "Met", "Exceeded");

  @Test
  void aRealYearOnTwoLevelsComesOutAsItWasPublishedToTheNearestFive() throws IOException {
    DraftRules twoLevels =
        new DraftRules(
            2,
            2,
            List.of(),
            OverallRule.WEIGHTED,
            new EvidenceRule(2),
            new Eligibility(List.of(), 0));
    Draft draft = new Draft(twoLevels, new Mapping(List.of(), List.of(1, 2, 2)));

    Result result =
        Result.of(
            new Result.Of(
                new UUID(0, 1),
                "2013-14",
                Origin.HISTORY,
                new Scale(3, 3),
                List.of(Note.SCALE_ALONE)),
            twoLevels,
            ToldOutcome.of(counted(draft)));

    assertEquals(
        List.of(
            new Result.Cell(1, 1, 45),
            new Result.Cell(1, 2, 0),
            new Result.Cell(2, 1, 0),
            new Result.Cell(2, 2, 1215),
            new Result.Cell(3, 1, 0),
            new Result.Cell(3, 2, 400)),
        result.cells());
    assertEquals(new Result.Change(400, 1615), result.favourable());
  }

  private static List<Counted> counted(Draft draft) throws IOException {
    Map<PastReview, Long> marks =
        marks().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return marks.entrySet().stream()
        .map(
            each ->
                new Counted(
                    Earlier.block(each.getKey(), List.of()),
                    draft.outcome(each.getKey()).code(),
                    each.getValue()))
        .toList();
  }

  private static List<PastReview> marks() throws IOException {
    try (InputStream in =
        RealYearReplayTest.class.getResourceAsStream(
            "/real-year/department-of-health-2013-14.ratings.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> PastReview.ofHistory(1 + LEVELS.indexOf(line.split(",", -1)[2])))
          .toList();
    }
  }
}
