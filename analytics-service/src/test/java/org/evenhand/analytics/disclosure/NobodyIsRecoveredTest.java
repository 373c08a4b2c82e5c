package org.evenhand.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NobodyIsRecoveredTest {
  static final DisclosureRules RULES = new DisclosureRules(5, 10);

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

  @Property(tries = 300)
  void by_all_that_is_public(@ForAll("companies") MadeUpCompany company) {
    List<Profile> profiles = company.profiles();
    List<Figure> figures =
        DisclosureControl.decide(
            List.of(), company.keys(), profiles, Set.of(MadeUpCompany.UNDECLARED), RULES);

    List<? extends Set<String>> shown = figures.stream().map(Figure::shown).toList();
    assertEquals(
        List.of(),
        new Attacker(profiles, List.copyOf(shown), Set.of(MadeUpCompany.UNDECLARED)).certain());
  }
}
