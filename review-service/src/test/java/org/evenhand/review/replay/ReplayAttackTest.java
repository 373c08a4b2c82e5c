package org.evenhand.review.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.review.policy.Eligibility;
import org.evenhand.review.policy.EvidenceRule;
import org.evenhand.review.policy.OverallRule;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody replays a year again and again with weights that they pick freely, and holds the answers
 * against one another.
 */
class ReplayAttackTest {

  private static final int LEAST = 5;

  /**
   * Whoever can tell people apart by all answers together can tell no fewer than five. So no sum or
   * difference of figures, of whichever replays, is about fewer: each figure counts whole groups.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noAnswersTogetherTellFewerThanFivePeopleApart(long seed) {
    Random random = new Random(seed);
    List<Someone> year = reviewed(year(random, 20 + random.nextInt(200)));
    Map<String, Long> apart = apart(year, random);
    assertTrue(apart.size() > 1, "the answers say something");
    apart.forEach((each, people) -> assertTrue(people >= LEAST, each + ": " + people));
  }

  /** Who enters by another eligibility is told of as little apart. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noAnswersTogetherTellFewerThanFiveApartOfThoseWithoutAReview(long seed) {
    Random random = new Random(seed);
    List<Someone> year =
        IntStream.range(0, 20 + random.nextInt(100))
            .mapToObj(one -> (Someone) new Unreviewed(stay(random)))
            .toList();
    Map<String, Long> apart = apart(year, random);
    assertTrue(apart.size() > 1, "the answers say something");
    apart.forEach((each, people) -> assertTrue(people >= LEAST, each + ": " + people));
  }

  /** How many people thirty replays tell the same of, by what they tell. */
  private static Map<String, Long> apart(List<Someone> year, Random random) {
    List<Earlier> answered = new ArrayList<>();
    List<String> shown = new ArrayList<>(year.stream().map(one -> one.block(List.of())).toList());
    for (int replay = 0; replay < 30; replay++) {
      Draft draft = drawn(random);
      Map<String, String> told = new HashMap<>();
      told(year, draft, answered)
          .forEach(each -> told.put(each.block() + " " + each.outcome(), each.toldAs()));
      for (int at = 0; at < year.size(); at++) {
        Someone one = year.get(at);
        String counted = one.block(answered) + " " + one.outcome(draft);
        shown.set(at, shown.get(at) + "/" + told.get(counted));
      }
      answered.add(answer(year, draft, answered));
      passedOnAsTold(year, answered, shown);
    }
    return shown.stream()
        .filter(each -> !each.endsWith(Disclosure.HIDDEN))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Of whom a replay says something. */
  private interface Someone {
    String block(List<Earlier> earlier);

    String outcome(Draft draft);
  }

  private record Reviewed(PastReview past) implements Someone {
    @Override
    public String block(List<Earlier> earlier) {
      return Earlier.block(past, earlier);
    }

    @Override
    public String outcome(Draft draft) {
      return draft.outcome(past).code();
    }
  }

  private record Unreviewed(Stay stay) implements Someone {
    @Override
    public String block(List<Earlier> earlier) {
      return Earlier.block(stay, earlier);
    }

    @Override
    public String outcome(Draft draft) {
      return draft.outcome(stay);
    }
  }

  private static List<Someone> reviewed(List<PastReview> year) {
    return year.stream().map(past -> (Someone) new Reviewed(past)).toList();
  }

  /** What analytics-service gets of a review is what was told of its block. */
  private static void passedOnAsTold(
      List<Someone> year, List<Earlier> answered, List<String> shown) {
    for (int at = 0; at < year.size(); at++) {
      if (year.get(at) instanceof Reviewed one) {
        String told = shown.get(at).substring(shown.get(at).lastIndexOf('/') + 1);
        assertEquals(
            told.equals(Disclosure.HIDDEN)
                ? Optional.empty()
                : Optional.of(Outcome.of(told).level()),
            Earlier.toldLast(one.block(answered)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6})
  void oneCriterionMoreOrLessInTheWeightsShowsNobodyAlone(int atTheEdge) {
    // Thirty fours, and some fives with twos, whom few percent move from four to three. Ten others.
    List<PastReview> year = new ArrayList<>();
    IntStream.range(0, 10).forEach(one -> year.add(Drafts.review(2, 2)));
    IntStream.range(0, 30).forEach(one -> year.add(Drafts.review(4, 4)));
    IntStream.range(0, atTheEdge).forEach(one -> year.add(Drafts.review(5, 2)));
    List<Earlier> answered = new ArrayList<>();

    long before = favourable(year, Drafts.weighing(50, 50), answered);
    long after = favourable(year, Drafts.weighing(49, 51), answered);

    assertEquals(atTheEdge < LEAST ? 0 : 5, before - after);
  }

  @Test
  void nothingIsToldWhereItWouldTellEverybodysLevel() {
    Draft same = Drafts.weighing(60, 40);
    Draft delivery = Drafts.weighing(100, 0);

    assertEquals(Refusal.TOO_FEW, result(of(23, 4, 4), same, List.of()).refusal());
    assertEquals(
        Refusal.TOO_FEW, result(both(of(5, 4, 4), of(4, 2, 2)), same, List.of()).refusal());
    assertNull(result(both(of(5, 4, 4), of(5, 2, 2)), same, List.of()).refusal());
    // Fours and threes, who all have a four in delivery.
    List<PastReview> alike = both(of(20, 4, 4), of(20, 4, 2));
    assertNull(result(alike, same, List.of()).refusal());
    assertEquals(Refusal.TOO_FEW, result(alike, delivery, List.of()).refusal());
  }

  private static List<PastReview> of(int people, int delivery, int together) {
    return Collections.nCopies(people, Drafts.review(delivery, together));
  }

  private static List<PastReview> both(List<PastReview> some, List<PastReview> others) {
    return Stream.of(some, others).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 30})
  void theSameDraftGetsTheSameAnswerAgain(int times) {
    Random random = new Random(11);
    List<PastReview> year = year(random, 150);
    Draft draft = Drafts.weighing(37, 63);
    List<Earlier> answered = new ArrayList<>();
    Result first = result(year, draft, answered);

    for (int again = 0; again < times; again++) {
      answered.add(answer(reviewed(year), draft, answered));
      assertEquals(first, result(year, draft, answered));
    }
  }

  private static long favourable(List<PastReview> year, Draft draft, List<Earlier> answered) {
    Result.Change favourable = result(year, draft, answered).favourable();
    answered.add(answer(reviewed(year), draft, answered));
    return favourable == null ? 0 : favourable.after();
  }

  private static List<PastReview> year(Random random, int people) {
    return IntStream.range(0, people)
        .mapToObj(
            one -> Drafts.review(1 + random.nextInt(5), 1 + random.nextInt(5), random.nextInt(4)))
        .map(past -> new PastReview(past.level(), past.ratings(), past.seen(), stay(random)))
        .toList();
  }

  private static Stay stay(Random random) {
    return new Stay(
        random.nextInt(4) == 0 ? "CONTRACTOR" : "EMPLOYEE",
        30 + random.nextInt(150),
        Drafts.EMPLOYEES);
  }

  private static Eligibility eligibility(Random random) {
    List<String> types =
        random.nextBoolean() ? List.of("EMPLOYEE") : List.of("EMPLOYEE", "CONTRACTOR");
    return new Eligibility(types, random.nextInt(200));
  }

  private static Draft drawn(Random random) {
    int delivery = random.nextInt(101);
    DraftRules rules =
        Drafts.rules(delivery, 100 - delivery, OverallRule.WEIGHTED, random.nextInt(4));
    List<Integer> levels = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    levels.set(random.nextInt(4), levels.get(1 + random.nextInt(3)));
    return new Draft(
        new DraftRules(
            5,
            1 + random.nextInt(5),
            rules.criteria(),
            rules.overall(),
            new EvidenceRule(random.nextInt(4)),
            eligibility(random)),
        new Mapping(Drafts.SAME.criteria(), levels.stream().sorted().toList()));
  }

  private static Result result(List<PastReview> year, Draft draft, List<Earlier> answered) {
    return Result.of(
        new Result.Of(new UUID(0, 1), "2026", Origin.LIVE, new Scale(5, 4), List.of()),
        draft.rules(),
        told(reviewed(year), draft, answered));
  }

  /** As the service does. */
  private static Earlier answer(List<Someone> year, Draft draft, List<Earlier> answered) {
    Earlier answer = new Earlier(draft);
    told(year, draft, answered)
        .forEach(each -> answer.add(each.block(), each.outcome(), each.toldAs()));
    return answer;
  }

  private static List<ToldOutcome> told(List<Someone> year, Draft draft, List<Earlier> answered) {
    return ToldOutcome.of(
        year.stream().map(one -> new Counted(one.block(answered), one.outcome(draft), 1)).toList());
  }
}
