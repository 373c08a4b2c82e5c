package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Phase;
import org.junit.jupiter.api.Test;

class DisclosureControlTest {
  private static final DisclosureRules RULES = new DisclosureRules(5, 10);
  private static final Set<String> UNDECLARED = Set.of("undeclared");
  private static final FigureKey BEFORE = new FigureKey(1, Phase.BEFORE);
  private static final FigureKey AFTER = new FigureKey(1, Phase.AFTER);
  private static final Visibility SHOWN = new Visibility.Shown(true);
  private static final Visibility HIDDEN = new Visibility.Hidden();

  private final List<Profile> people = new ArrayList<>();

  @Test
  void the_few_whose_rating_a_session_changed_cant_be_had_by_subtracting_the_phases() {
    // Two women go from 3 to 4; the public stream says who they are.
    have(30, "F", 3, 3).have(10, "F", 4, 4).have(2, "F", 3, 4);
    have(30, "M", 3, 3).have(12, "M", 4, 4);
    List<Set<String>> all = List.of(Set.of("F", "M"), Set.of("F", "M"));

    List<Figure> figures = decide(BEFORE, AFTER);

    assertEquals(2, new Attacker(people, all, UNDECLARED).certain().get(0).people());
    assertEquals(List.of(), attacked(figures));
    assertEquals(SHOWN, of(figures, 0, "F"));
    assertEquals(new Visibility.Carried(BEFORE), of(figures, 1, "F"));
    assertEquals(new Visibility.Carried(BEFORE), of(figures, 1, "M"));
  }

  @Test
  void nor_by_subtracting_editions_between_which_a_few_declared() {
    have(30, "F", 3, 3).have(10, "F", 4, 4).have(30, "M", 3, 3).have(12, "M", 4, 4);
    have(20, "undeclared", 3, 3).have(9, "undeclared", 4, 4);
    people.add(
        new Profile(List.of(at("undeclared", 3), at("undeclared", 3), at("F", 3), at("F", 3)), 2));
    for (int i = 0; i < people.size() - 1; i++) {
      Profile profile = people.get(i);
      List<Optional<Place>> places = new ArrayList<>(profile.places());
      places.addAll(profile.places());
      people.set(i, new Profile(places, profile.people()));
    }
    FigureKey late = new FigureKey(2, Phase.BEFORE);

    List<Figure> figures = decide(BEFORE, AFTER, late, new FigureKey(2, Phase.AFTER));

    assertEquals(new Visibility.Carried(BEFORE), of(figures, 2, "F"));
    assertEquals(new Visibility.Carried(AFTER), of(figures, 3, "F"));
    assertEquals(SHOWN, of(figures, 2, "M"));
    assertEquals(List.of(), attacked(figures));
  }

  @Test
  void many_who_changed_in_several_ways_are_shown() {
    have(30, "F", 3, 3).have(10, "F", 4, 4).have(4, "F", 3, 4).have(3, "F", 4, 3);
    have(30, "M", 3, 3).have(12, "M", 4, 4).have(5, "M", 3, 4).have(2, "M", 4, 3);

    List<Figure> figures = decide(BEFORE, AFTER);

    assertEquals(List.of(SHOWN, SHOWN), List.copyOf(figures.get(1).visibilities().values()));
  }

  @Test
  void who_all_went_one_way_are_not() {
    have(30, "F", 3, 3).have(10, "F", 4, 4).have(6, "F", 3, 4);
    have(30, "M", 3, 3).have(12, "M", 4, 4).have(6, "M", 3, 4);

    assertEquals(new Visibility.Carried(BEFORE), of(decide(BEFORE, AFTER), 1, "F"));
  }

  @Test
  void one_who_went_a_way_of_their_own_is_safe_where_others_went_parts_of_it() {
    have(30, "F", 3, 3).have(10, "F", 4, 4).have(9, "F", 5, 5).have(1, "F", 5, 3);
    have(3, "F", 5, 4).have(2, "F", 4, 3);
    have(30, "M", 3, 3).have(12, "M", 4, 4).have(9, "M", 5, 5);
    have(3, "M", 5, 4).have(3, "M", 4, 3);

    List<Figure> figures = decide(BEFORE, AFTER);

    assertEquals(SHOWN, of(figures, 1, "F"));
    assertEquals(List.of(), attacked(figures));
  }

  @Test
  void one_alone_at_a_level_hides_a_group_however_large() {
    have(300, "F", 3).have(100, "F", 4).have(200, "M", 3).have(90, "M", 4).have(1, "M", 1);
    have(8, "undeclared", 3).have(4, "undeclared", 4);

    Figure figure = decide(BEFORE).get(0);

    assertEquals(SHOWN, figure.visibilities().get("F"));
    assertEquals(HIDDEN, figure.visibilities().get("M"));
    assertEquals(HIDDEN, figure.visibilities().get("undeclared"));
  }

  @Test
  void who_declared_nothing_protects_who_stands_beside_them() {
    have(300, "F", 3).have(100, "F", 4).have(200, "M", 3).have(90, "M", 4).have(1, "M", 1);
    have(8, "undeclared", 3).have(4, "undeclared", 1);

    assertEquals(SHOWN, of(decide(BEFORE), 0, "M"));
  }

  @Test
  void a_small_group_is_hidden_with_the_one_that_is_judged_least() {
    have(20, "A", 3).have(9, "A", 4).have(10, "B", 3).have(9, "B", 4);
    have(2, "C", 3).have(1, "C", 4).have(30, "undeclared", 3).have(30, "undeclared", 4);

    Figure figure = decide(BEFORE).get(0);

    assertEquals(Set.of("A", "B"), figure.shown());
  }

  @Test
  void a_group_in_which_all_are_rated_alike_is_hidden() {
    have(20, "A", 3).have(9, "A", 4).have(10, "B", 3).have(9, "B", 4).have(20, "C", 3);

    assertEquals(HIDDEN, of(decide(BEFORE), 0, "C"));
  }

  @Test
  void of_fewer_than_ten_no_distribution_is_shown_nor_left_over() {
    have(20, "A", 3).have(9, "A", 4).have(10, "B", 3).have(9, "B", 4);
    have(4, "C", 3).have(4, "C", 4);

    Figure figure = decide(BEFORE).get(0);

    assertEquals(SHOWN, figure.visibilities().get("A"));
    assertEquals(new Visibility.Shown(false), figure.visibilities().get("B"));
    assertEquals(new Visibility.Shown(false), figure.visibilities().get("C"));
  }

  @Test
  void a_figure_before_calibration_carries_none_after_it() {
    // At first all are alike before calibration; nothing but the ratings after it can be shown.
    have(3, "F", 3, 3).have(10, "F", 3, 4).have(5, "M", 3, 3).have(10, "M", 3, 4);
    for (int i = 0; i < people.size(); i++) {
      List<Optional<Place>> places = new ArrayList<>(people.get(i).places());
      places.add(places.get(0));
      people.set(i, new Profile(places, people.get(i).people()));
    }

    List<Figure> figures = decide(BEFORE, AFTER, new FigureKey(2, Phase.BEFORE));

    assertEquals(SHOWN, of(figures, 1, "F"));
    assertEquals(HIDDEN, of(figures, 2, "F"));
  }

  @Test
  void what_was_published_is_taken_as_it_is_and_the_order_of_people_changes_nothing() {
    MadeUpCompany company = new MadeUpCompany(200, List.of(.4, .4, .1), .1, .05, 2, 7);
    List<Profile> profiles = new ArrayList<>(company.profiles());
    List<Figure> whole =
        DisclosureControl.decide(List.of(), company.keys(), profiles, UNDECLARED, RULES);
    Collections.shuffle(profiles, new Random(1));

    assertEquals(
        whole.subList(2, 4),
        DisclosureControl.decide(
            whole.subList(0, 2), company.keys().subList(2, 4), profiles, UNDECLARED, RULES));
  }

  @Test
  void figures_out_of_order_and_people_without_a_place_for_each_are_refused() {
    have(20, "A", 3).have(9, "A", 4);

    assertThrows(IllegalArgumentException.class, () -> decide(AFTER, BEFORE));
    assertThrows(IllegalArgumentException.class, () -> decide(BEFORE, AFTER));
    assertThrows(IllegalArgumentException.class, () -> new DisclosureRules(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new DisclosureRules(5, 4));
  }

  @Test
  void a_figure_of_nobody_tells_nothing_and_is_no_hindrance() {
    people.add(new Profile(List.of(Optional.empty(), at("A", 3)), 12));
    people.add(new Profile(List.of(Optional.empty(), at("A", 4)), 9));
    people.add(new Profile(List.of(Optional.empty(), at("B", 3)), 12));
    people.add(new Profile(List.of(Optional.empty(), at("B", 4)), 9));

    List<Figure> figures = decide(BEFORE, AFTER);

    assertTrue(figures.get(0).visibilities().isEmpty());
    assertEquals(Set.of("A", "B"), figures.get(1).shown());
  }

  /**
   * The Department of Health's year: 1,663 people, before and after sessions moved some of them.
   */
  @Test
  void in_proportions_that_are_real_large_groups_stay_visible() {
    spread("Not disabled", 36, 1031, 373);
    spread("Disabled", 8, 90, 10);
    spread("undeclared", 2, 96, 17);

    List<Figure> figures = decide(BEFORE, AFTER);

    for (Figure figure : figures) {
      assertEquals(Set.of("Disabled", "Not disabled", "undeclared"), figure.shown());
    }
    assertEquals(List.of(), attacked(figures));
  }

  private void spread(String group, int low, int middle, int high) {
    have(low, group, 1, 1).have(middle - 6, group, 2, 2).have(high - 4, group, 3, 3);
    have(2, group, 2, 1).have(4, group, 2, 3).have(4, group, 3, 2);
  }

  @Test
  void the_attacker_finds_somebody_where_each_figure_is_only_safe_by_itself() {
    int recovered = 0;
    for (int seed = 0; seed < 20; seed++) {
      MadeUpCompany company = new MadeUpCompany(300, List.of(.4, .55), .02, .01, 2, seed);
      List<Set<String>> shown = new ArrayList<>();
      for (int i = 0; i < company.keys().size(); i++) {
        int figure = i;
        List<Profile> alone =
            company.profiles().stream()
                .map(each -> new Profile(List.of(each.places().get(figure)), each.people()))
                .toList();
        shown.add(
            DisclosureControl.decide(List.of(), List.of(BEFORE), alone, UNDECLARED, RULES)
                .get(0)
                .shown());
      }
      recovered += new Attacker(company.profiles(), shown, UNDECLARED).certain().isEmpty() ? 0 : 1;
    }

    assertTrue(recovered > 10, recovered + " of 20");
  }

  private DisclosureControlTest have(long count, String group, int... levels) {
    List<Optional<Place>> places = new ArrayList<>();
    for (int level : levels) {
      places.add(at(group, level));
    }
    people.add(new Profile(places, count));
    return this;
  }

  private static Optional<Place> at(String group, int level) {
    return Optional.of(new Place(group, level));
  }

  private List<Figure> decide(FigureKey... keys) {
    return DisclosureControl.decide(List.of(), List.of(keys), people, UNDECLARED, RULES);
  }

  private static Visibility of(List<Figure> figures, int figure, String group) {
    return new TreeMap<>(figures.get(figure).visibilities()).get(group);
  }

  private List<Attacker.Certain> attacked(List<Figure> figures) {
    List<Set<String>> shown = new ArrayList<>();
    figures.forEach(figure -> shown.add(figure.shown()));
    assertFalse(shown.stream().allMatch(Set::isEmpty));
    return new Attacker(people, shown, UNDECLARED).certain();
  }
}
