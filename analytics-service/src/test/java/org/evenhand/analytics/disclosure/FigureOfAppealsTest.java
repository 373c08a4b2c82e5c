package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.evenhand.analytics.counts.Phase;

/** How groups fared with appeals, beside all figures of ratings of the same people. */
class FigureOfAppealsTest {

  private static final DisclosureRules RULES = DisclosureControlPropertyTest.RULES;
  private static final Set<String> UNDECLARED = DisclosureControlPropertyTest.UNDECLARED;
  private static final FigureKey AFTER = new FigureKey(1, Phase.AFTER);
  private static final List<AppealOutcome> OUTCOMES = List.of(AppealOutcome.values());

  private final List<Profile> people = new ArrayList<>();

  /**
   * A company of whose people some appealed.
   *
   * @param appealing the share of people who did
   */
  record Appealing(MadeUpCompany company, double appealing) {

    List<Profile> profiles() {
      Random random = new Random(company.seed() + 1);
      Map<List<Optional<Place>>, Long> alike = new HashMap<>();
      for (Profile profile : company.profiles()) {
        Optional<Place> last = profile.places().get(profile.places().size() - 1);
        for (long person = 0; person < profile.people(); person++) {
          int outcome = random.nextDouble() < appealing ? 1 + random.nextInt(3) : 0;
          List<Optional<Place>> places = new ArrayList<>(profile.places());
          places.add(last.map(place -> new Place(place.group(), OUTCOMES.get(outcome).level())));
          alike.merge(places, 1L, Long::sum);
        }
      }
      List<Profile> profiles = new ArrayList<>();
      alike.forEach((places, number) -> profiles.add(new Profile(places, number)));
      return profiles;
    }

    List<Figure> ratings() {
      return DisclosureControl.decide(
          List.of(), company.keys(), company.profiles(), UNDECLARED, RULES);
    }

    FigureKey key() {
      return FigureKey.ofAppeals(company.editions());
    }

    List<Figure> all() {
      List<Figure> figures = new ArrayList<>(ratings());
      figures.addAll(
          DisclosureControl.decide(figures, List.of(key()), profiles(), UNDECLARED, RULES));
      return figures;
    }
  }

  @Provide
  static Arbitrary<Appealing> companies() {
    return Combinators.combine(
            DisclosureControlPropertyTest.fewer(), Arbitraries.of(0.0, .03, .15, .4))
        .as(Appealing::new);
  }

  @Property(tries = 40)
  void nobody_is_recovered_by_all_that_is_public(@ForAll("companies") Appealing company) {
    assertEquals(
        List.of(), new Attacker(company.profiles(), shown(company.all()), UNDECLARED).certain());
  }

  /** Also by subtraction: of the groups that are not shown, taken together. */
  @Property(tries = 200)
  void nobody_stands_out_of_a_group(@ForAll("companies") Appealing company) {
    List<Figure> figures = company.all();
    Figure appeals = figures.get(figures.size() - 1);
    Set<String> rest = new HashSet<>(appeals.visibilities().keySet());
    rest.removeAll(appeals.shown());
    List<Set<String>> blocks = new ArrayList<>();
    appeals.shown().forEach(group -> blocks.add(Set.of(group)));
    if (!blocks.isEmpty()) {
      blocks.add(rest);
    }
    for (Set<String> block : blocks) {
      Map<AppealOutcome, Long> fared = fared(company.profiles(), block);
      long appealed =
          fared.entrySet().stream()
              .filter(each -> each.getKey() != AppealOutcome.NOT_APPEALED)
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (appealed > 0) {
        assertTrue(fared.getOrDefault(AppealOutcome.NOT_APPEALED, 0L) >= 5, block + " " + fared);
        assertTrue(fared.values().stream().allMatch(alike -> alike >= 5), block + " " + fared);
      }
    }
  }

  /** Who is counted tells nothing new: it differs from no earlier figure by a few. */
  @Property(tries = 200)
  void a_group_differs_from_each_earlier_figure_of_it_by_nobody_or_by_many(
      @ForAll("companies") Appealing company) {
    List<Figure> figures = company.all();
    int last = figures.size() - 1;
    for (int i = 0; i < last; i++) {
      for (String group : figures.get(last).shown()) {
        if (figures.get(i).shown().contains(group)) {
          int earlier = i;
          long differ =
              company.profiles().stream()
                  .filter(each -> isIn(each, earlier, group) != isIn(each, last, group))
                  .mapToLong(Profile::people)
                  .sum();
          assertTrue(differ == 0 || differ >= 5, group + ": " + differ);
        }
      }
    }
  }

  @Property(tries = 60)
  void nothing_is_held_back_without_need(@ForAll("companies") Appealing company) {
    List<Figure> figures = company.all();
    int last = figures.size() - 1;
    Population population = new Population(company.profiles(), UNDECLARED, figures.size());
    Draft draft =
        new Draft(company.key(), population, figures.subList(0, last), figures.get(last).shown());
    for (String group : draft.others(last)) {
      assertFalse(
          Constraint.all(RULES).stream()
              .allMatch(constraint -> constraint.leaks(draft.with(group)).isEmpty()),
          group + " of " + figures);
    }
  }

  @Example
  void the_attacker_finds_somebody_where_the_figure_is_only_safe_by_itself() {
    int recovered = 0;
    for (int seed = 0; seed < 20; seed++) {
      Appealing company =
          new Appealing(new MadeUpCompany(300, List.of(.4, .55), .02, .01, 2, seed), .4);
      List<Profile> alone =
          company.profiles().stream()
              .map(each -> new Profile(List.of(each.places().get(4)), each.people()))
              .toList();
      List<Set<String>> shown = new ArrayList<>(shown(company.ratings()));
      shown.addAll(
          shown(
              DisclosureControl.decide(
                  List.of(), List.of(company.key()), alone, UNDECLARED, RULES)));
      recovered += new Attacker(company.profiles(), shown, UNDECLARED).certain().isEmpty() ? 0 : 1;
    }
    assertTrue(recovered > 0, recovered + " of 20");
  }

  @Example
  void who_appealed_and_how_they_fared_is_shown_of_large_groups() {
    have(60, "F", 3, 1).have(20, "F", 4, 1).have(8, "F", 3, 2).have(8, "F", 3, 3);
    have(60, "M", 3, 1).have(30, "M", 4, 1).have(9, "M", 3, 2).have(7, "M", 3, 3);
    have(12, "undeclared", 3, 1).have(12, "undeclared", 4, 1);

    assertEquals(Set.of("F", "M", "undeclared"), appeals().shown());
  }

  @Example
  void that_nobody_of_a_group_appealed_is_shown() {
    have(60, "F", 3, 1).have(20, "F", 4, 1);
    have(60, "M", 3, 1).have(30, "M", 4, 1).have(9, "M", 3, 2);
    have(12, "undeclared", 3, 1).have(12, "undeclared", 4, 1).have(6, "undeclared", 3, 2);

    assertEquals(Set.of("F", "M", "undeclared"), appeals().shown());
  }

  @Example
  void four_who_fared_alike_hide_their_group_and_one_that_protects_it() {
    have(60, "F", 3, 1).have(20, "F", 4, 1).have(4, "F", 3, 4);
    have(60, "M", 3, 1).have(30, "M", 4, 1).have(9, "M", 3, 4);
    have(40, "X", 3, 1).have(12, "X", 4, 1).have(6, "X", 3, 4);

    assertEquals(Set.of("M"), appeals().shown());
  }

  @Example
  void where_all_who_appealed_are_of_one_group_it_is_hidden() {
    have(60, "F", 3, 1).have(20, "F", 4, 1).have(9, "F", 3, 4);
    have(60, "M", 3, 1).have(30, "M", 4, 1);

    assertEquals(Set.of(), appeals().shown());
  }

  @Example
  void two_who_joined_since_an_earlier_figure_cant_be_had_by_subtracting_it() {
    have(60, "F", 3, 1).have(20, "F", 4, 1).have(60, "M", 3, 1).have(30, "M", 4, 1);
    have(30, "undeclared", 3, 1).have(20, "undeclared", 4, 1);
    people.add(new Profile(List.of(Optional.empty(), Optional.of(new Place("F", 1))), 2));

    assertEquals(Set.of(), appeals().shown());
  }

  private FigureOfAppealsTest have(long count, String group, int level, int outcome) {
    people.add(
        new Profile(
            List.of(Optional.of(new Place(group, level)), Optional.of(new Place(group, outcome))),
            count));
    return this;
  }

  private Figure appeals() {
    List<Figure> figures =
        DisclosureControl.decide(
            List.of(), List.of(AFTER, FigureKey.ofAppeals(1)), people, UNDECLARED, RULES);
    assertEquals(List.of(), new Attacker(people, shown(figures), UNDECLARED).certain());
    return figures.get(1);
  }

  private static Map<AppealOutcome, Long> fared(List<Profile> profiles, Set<String> block) {
    Map<AppealOutcome, Long> fared = new HashMap<>();
    for (Profile profile : profiles) {
      profile
          .places()
          .get(profile.places().size() - 1)
          .filter(place -> block.contains(place.group()))
          .ifPresent(
              place -> fared.merge(OUTCOMES.get(place.level() - 1), profile.people(), Long::sum));
    }
    return fared;
  }

  private static boolean isIn(Profile profile, int figure, String group) {
    return profile.places().get(figure).filter(place -> place.group().equals(group)).isPresent();
  }

  private static List<Set<String>> shown(List<Figure> figures) {
    List<Set<String>> shown = new ArrayList<>();
    figures.forEach(figure -> shown.add(figure.shown()));
    return shown;
  }
}
