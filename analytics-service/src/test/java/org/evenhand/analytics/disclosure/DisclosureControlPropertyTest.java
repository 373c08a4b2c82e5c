package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DisclosureControlPropertyTest {
  static final DisclosureRules RULES = new DisclosureRules(5, 10);
  static final Set<String> UNDECLARED = Set.of(MadeUpCompany.UNDECLARED);

  @Provide
  static Arbitrary<MadeUpCompany> companies() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(20, 120), Arbitraries.integers().between(121, 3000)),
            Arbitraries.of(
                List.of(.5, .5),
                List.of(.4, .55),
                List.of(.08, .9),
                List.of(.7, .12, .08, .05, .03),
                List.of(.2, .2, .2, .2, .1, .02)),
            Arbitraries.of(0.0, .005, .02, .1, .3),
            Arbitraries.of(0.0, .01, .05, .2),
            Arbitraries.integers().between(1, 3),
            Arbitraries.longs())
        .as(MadeUpCompany::new);
  }

  /** Smaller ones, as each group of each figure costs an attack. */
  @Provide
  static Arbitrary<MadeUpCompany> fewer() {
    return companies().filter(company -> company.people() <= 400 && company.editions() <= 2);
  }

  @Property(tries = 200)
  void nobody_is_recovered_by_all_that_is_public(@ForAll("companies") MadeUpCompany company) {
    List<Profile> profiles = company.profiles();
    List<Set<String>> shown = shown(decide(company));

    assertEquals(List.of(), new Attacker(profiles, shown, UNDECLARED).certain());
  }

  @Property(tries = 200)
  void no_figure_breaks_a_promise(@ForAll("fewer") MadeUpCompany company) {
    List<Profile> profiles = company.profiles();
    List<Set<String>> shown = shown(decide(company));
    for (int i = 1; i <= shown.size(); i++) {
      assertEquals(
          Set.of(),
          new Invariants(profiles, shown.subList(0, i), UNDECLARED, RULES).broken(),
          "figure " + i);
    }
  }

  @Property(tries = 200)
  void nothing_is_held_back_without_need(@ForAll("fewer") MadeUpCompany company) {
    List<Profile> profiles = company.profiles();
    List<Figure> figures = decide(company);
    for (int i = 0; i < figures.size(); i++) {
      for (String group : figures.get(i).standings().keySet()) {
        List<Set<String>> shown = new ArrayList<>(shown(figures.subList(0, i + 1)));
        if (!shown.get(i).contains(group)) {
          Set<String> more = new HashSet<>(shown.get(i));
          more.add(group);
          shown.set(i, more);
          assertFalse(
              new Invariants(profiles, shown, UNDECLARED, RULES).broken().isEmpty(),
              group + " of " + figures.get(i));
        }
      }
    }
  }

  private static List<Figure> decide(MadeUpCompany company) {
    return DisclosureControl.decide(
        List.of(), company.keys(), company.profiles(), UNDECLARED, RULES);
  }

  private static List<Set<String>> shown(List<Figure> figures) {
    List<Set<String>> shown = new ArrayList<>();
    figures.forEach(figure -> shown.add(figure.shown()));
    return shown;
  }
}
