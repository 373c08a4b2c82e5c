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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How far groups came with opportunities: all kinds of two years, of nearly the same people. */
class FigureOfAccessTest {

  private static final DisclosureRules RULES = DisclosureControlPropertyTest.RULES;
  private static final Set<String> UNDECLARED = DisclosureControlPropertyTest.UNDECLARED;

  private final List<Profile> people = new ArrayList<>();

  /**
   * A made-up company.
   *
   * @param eager the share of people who apply for something
   * @param moving the share who can't apply for something that others can
   */
  record Offering(int people, int figures, double eager, double moving, long seed) {

    List<FigureKey> keys() {
      return IntStream.rangeClosed(1, figures)
          .mapToObj(number -> FigureKey.ofYear(number, FigureOf.ACCESS))
          .toList();
    }

    List<Profile> profiles() {
      Random random = new Random(seed);
      Map<List<Optional<Place>>, Long> alike = new HashMap<>();
      for (int person = 0; person < people; person++) {
        double at = random.nextDouble();
        String group = at < .45 ? "F" : at < .85 ? "M" : at < .9 ? "X" : "undeclared";
        List<Optional<Place>> places = new ArrayList<>();
        for (int figure = 0; figure < figures; figure++) {
          int stage = random.nextDouble() < eager ? 2 + random.nextInt(3) : 1;
          places.add(
              random.nextDouble() < moving
                  ? Optional.empty()
                  : Optional.of(new Place(group, stage)));
        }
        alike.merge(places, 1L, Long::sum);
      }
      return alike.entrySet().stream()
          .map(each -> new Profile(each.getKey(), each.getValue()))
          .toList();
    }

    List<Set<String>> shown() {
      List<Set<String>> shown = new ArrayList<>();
      DisclosureControl.decide(List.of(), keys(), profiles(), UNDECLARED, RULES)
          .forEach(figure -> shown.add(figure.shown()));
      return shown;
    }
  }

  @Provide
  static Arbitrary<Offering> companies() {
    return Combinators.combine(
            Arbitraries.of(60, 200, 400),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(.05, .15, .4),
            Arbitraries.of(0.0, .005, .03),
            Arbitraries.longs().between(0, 1_000))
        .as(Offering::new);
  }

  @Property(tries = 40)
  void nobody_is_recovered_by_all_that_is_public(@ForAll("companies") Offering company) {
    assertEquals(
        List.of(), new Attacker(company.profiles(), company.shown(), UNDECLARED).certain());
  }

  /** Blocks of ten Fs and ten Ms each, and one F: her alone is the sum of all four, by signs. */
  @Example
  void of_four_sets_of_chosen_people_nobody_is_what_is_left_where_they_are_held_together() {
    assertEquals(List.of(true, true, true, true), ofChosenSets(false));
    assertTrue(ofChosenSets(true).contains(false));
  }

  /** Whether each shows the Fs, decided one after the other. */
  private static List<Boolean> ofChosenSets(boolean together) {
    List<Profile> chosen = new ArrayList<>();
    for (String block : List.of("a", "b", "c", "d")) {
      for (String group : List.of("F", "M")) {
        chosen.add(new Profile(inSets(block, group), 10));
      }
    }
    chosen.add(new Profile(List.of(none(), one("F"), none(), none()), 1));
    List<Figure> decided = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      int figures = number;
      List<Profile> sofar =
          chosen.stream()
              .map(each -> new Profile(each.places().subList(0, figures), each.people()))
              .toList();
      List<FigureKey> key = List.of(FigureKey.ofYear(number, FigureOf.ACCESS));
      Figure next = DisclosureControl.decide(decided, key, sofar, UNDECLARED, RULES).get(0);
      decided.add(new Figure(next.key(), next.visibilities(), together));
    }
    return decided.stream().map(figure -> figure.shown().contains("F")).toList();
  }

  /** Each block is in two sets; she is in the second. */
  private static List<Optional<Place>> inSets(String block, String group) {
    return Stream.of("ab", "ac", "bd", "cd")
        .map(set -> set.contains(block) ? one(group) : none())
        .toList();
  }

  private static Optional<Place> one(String group) {
    return Optional.of(new Place(group, 1));
  }

  private static Optional<Place> none() {
    return Optional.empty();
  }

  @Property(tries = 100)
  void a_declared_group_differs_from_each_earlier_figure_of_it_by_nobody_or_by_many(
      @ForAll("companies") Offering company) {
    List<Set<String>> shown = company.shown();
    for (int later = 1; later < shown.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        for (String group : shown.get(later)) {
          if (shown.get(earlier).contains(group) && !UNDECLARED.contains(group)) {
            int[] figures = {earlier, later};
            long differ =
                company.profiles().stream()
                    .filter(each -> isIn(each, figures[0], group) != isIn(each, figures[1], group))
                    .mapToLong(Profile::people)
                    .sum();
            assertTrue(differ == 0 || differ >= 5, group + ": " + differ);
          }
        }
      }
    }
  }

  @Example
  void the_attacker_finds_somebody_where_each_figure_is_only_safe_by_itself() {
    int recovered = 0;
    for (int seed = 0; seed < 5; seed++) {
      Offering company = new Offering(120, 4, .15, .01, seed);
      List<Set<String>> shown = new ArrayList<>();
      for (int figure = 0; figure < 4; figure++) {
        int alone = figure;
        List<Profile> profiles =
            company.profiles().stream()
                .map(each -> new Profile(List.of(each.places().get(alone)), each.people()))
                .toList();
        shown.add(
            DisclosureControl.decide(
                    List.of(),
                    List.of(FigureKey.ofYear(1, FigureOf.ACCESS)),
                    profiles,
                    UNDECLARED,
                    RULES)
                .get(0)
                .shown());
      }
      recovered += new Attacker(company.profiles(), shown, UNDECLARED).certain().isEmpty() ? 0 : 1;
    }
    assertTrue(recovered > 0, recovered + " of 5");
  }

  @Example
  void that_nobody_of_a_group_applied_is_shown_and_that_all_were_selected_is_not() {
    have(40, "F", 1).have(30, "M", 1).have(20, "M", 2).have(8, "M", 3).have(8, "M", 4);
    have(20, "undeclared", 1).have(9, "undeclared", 2).have(6, "undeclared", 3);
    have(6, "undeclared", 4);
    assertEquals(Set.of("F", "M", "undeclared"), shown());

    people.clear();
    have(12, "F", 4).have(30, "M", 1).have(20, "M", 2).have(8, "M", 3).have(8, "M", 4);
    have(20, "undeclared", 1).have(9, "undeclared", 2).have(6, "undeclared", 3);
    assertTrue(!shown().contains("F"), shown().toString());
  }

  @Example
  void where_one_person_was_selected_no_figure_says_of_which_group() {
    have(40, "F", 1).have(30, "F", 2).have(1, "F", 4).have(40, "M", 1).have(30, "M", 2);

    assertEquals(Set.of(), shown());
  }

  /** Who knows that somebody is of the group would know that they applied. */
  @Example
  void a_group_of_which_all_applied_is_hidden_however_far_they_came() {
    have(7, "F", 2).have(5, "F", 3).have(20, "M", 1).have(10, "M", 2).have(6, "M", 3);
    have(20, "undeclared", 1).have(9, "undeclared", 2).have(6, "undeclared", 3);
    have(6, "X", 1).have(6, "X", 2).have(6, "X", 3);

    assertTrue(!shown().contains("F"), shown().toString());
  }

  @Example
  void a_group_of_which_few_applied_is_hidden() {
    have(39, "F", 1).have(1, "F", 3).have(20, "M", 1).have(10, "M", 2).have(6, "M", 3);
    have(20, "undeclared", 1).have(9, "undeclared", 2).have(6, "undeclared", 3);

    assertTrue(!shown().contains("F"), shown().toString());
  }

  /** All who were selected are of X or Y, of which each is too small for a distribution. */
  @Example
  void groups_that_are_too_small_for_a_distribution_are_taken_as_hidden_from_the_start() {
    have(60, "F", 1).have(30, "F", 2).have(10, "F", 3);
    have(60, "M", 1).have(30, "M", 2).have(10, "M", 3);
    have(5, "X", 1).have(1, "X", 3).have(1, "X", 4);
    have(5, "Y", 1).have(1, "Y", 2).have(2, "Y", 4);

    assertTrue(!shown().containsAll(Set.of("F", "M")), shown().toString());
    assertTrue(!shown().contains("X") && !shown().contains("Y"), shown().toString());
  }

  private FigureOfAccessTest have(long count, String group, int stage) {
    people.add(new Profile(List.of(Optional.of(new Place(group, stage))), count));
    return this;
  }

  private Set<String> shown() {
    return DisclosureControl.decide(
            List.of(), List.of(FigureKey.ofYear(1, FigureOf.ACCESS)), people, UNDECLARED, RULES)
        .get(0)
        .shown();
  }

  private static boolean isIn(Profile profile, int figure, String group) {
    return profile.places().get(figure).filter(place -> place.group().equals(group)).isPresent();
  }
}
