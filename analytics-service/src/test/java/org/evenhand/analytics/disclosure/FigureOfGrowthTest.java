package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Feedback, plans and opportunities of the same people, in which hardly two are alike. */
class FigureOfGrowthTest {

  private static final DisclosureRules RULES = DisclosureControlPropertyTest.RULES;
  private static final Set<String> UNDECLARED = DisclosureControlPropertyTest.UNDECLARED;

  /**
   * A made-up company, in which some come and some go, and some declare something anew, between its
   * years. Of each year four figures are of everybody, two of those with a plan, and one of those
   * who could apply for something.
   */
  record Working(int people, int years, double moving, long seed) {

    private static final int OF_ALL = 4;
    private static final int OF_YEAR = 7;

    List<FigureKey> keys() {
      List<FigureKey> keys = new ArrayList<>();
      for (int figure = 0; figure < years * OF_YEAR; figure++) {
        keys.add(
            FigureKey.ofYear(
                figure + 1, figure % OF_YEAR == OF_YEAR - 1 ? FigureOf.ACCESS : FigureOf.GROWTH));
      }
      return keys;
    }

    List<Profile> profiles() {
      Random random = new Random(seed);
      Map<List<Optional<Place>>, Long> alike = new HashMap<>();
      for (int person = 0; person < people; person++) {
        String group = group(random);
        List<Optional<Place>> places = new ArrayList<>();
        for (int year = 0; year < years; year++) {
          boolean works = random.nextDouble() >= moving;
          boolean plans = random.nextDouble() < .6;
          boolean applies = random.nextDouble() < .7;
          group = random.nextDouble() < moving ? group(random) : group;
          for (int figure = 0; figure < OF_YEAR; figure++) {
            boolean counts = figure < OF_ALL || (figure < OF_YEAR - 1 ? plans : applies);
            places.add(
                works && counts
                    ? Optional.of(new Place(group, 1 + random.nextInt(4)))
                    : Optional.empty());
          }
        }
        alike.merge(places, 1L, Long::sum);
      }
      return alike.entrySet().stream()
          .map(each -> new Profile(each.getKey(), each.getValue()))
          .toList();
    }

    private static String group(Random random) {
      double at = random.nextDouble();
      return at < .4 ? "F" : at < .75 ? "M" : at < .85 ? "X" : "undeclared";
    }

    List<Set<String>> shown() {
      List<Set<String>> shown = new ArrayList<>();
      DisclosureControl.decide(List.of(), keys(), profiles(), UNDECLARED, RULES)
          .forEach(figure -> shown.add(figure.shown()));
      return shown;
    }
  }

  @Provide
  static Arbitrary<Working> companies() {
    return Combinators.combine(
            Arbitraries.of(60, 90),
            Arbitraries.of(1, 2),
            Arbitraries.of(0.0, .05),
            Arbitraries.longs().between(0, 1_000))
        .as(Working::new);
  }

  @Property(tries = 8, seed = "20261130")
  void nobody_is_recovered_by_all_that_is_public(@ForAll("companies") Working company) {
    assertEquals(
        List.of(), new Attacker(company.profiles(), company.shown(), UNDECLARED).certain());
  }

  @Example
  void the_attacker_finds_people_where_each_figure_is_only_safe_by_itself() {
    Working company = new Working(60, 2, 0, 1);
    List<Set<String>> all = new ArrayList<>();
    company.keys().forEach(key -> all.add(Set.of("F", "M", "X", "undeclared")));

    assertTrue(!new Attacker(company.profiles(), all, UNDECLARED).certain().isEmpty());
  }

  /** That hardly two people are alike in all of it is no reason to show nothing. */
  @Example
  void of_a_company_that_is_large_enough_all_groups_of_two_years_are_shown() {
    List<Set<String>> shown = new Working(1_500, 2, .06, 1).shown();

    assertEquals(2 * Working.OF_YEAR, shown.size());
    shown.forEach(figure -> assertEquals(Set.of("F", "M", "X", "undeclared"), figure));
  }
}
