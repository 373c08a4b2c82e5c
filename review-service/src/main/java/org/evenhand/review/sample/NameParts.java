package org.evenhand.review.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's name, taken apart and folded.
 *
 * @param given what can stand for the person as a first name, nicknames and joined forms included
 * @param all every part, particles too
 * @param initials of the given names
 */
record NameParts(KnownPerson person, Set<String> given, Set<String> all, Set<String> initials) {

  static NameParts of(KnownPerson person) {
    Set<String> given = new HashSet<>();
    Set<String> all = new HashSet<>();
    Set<String> initials = new HashSet<>();
    for (String spelling : Letters.spellings(person.givenName())) {
      List<String> parts = parts(spelling);
      given.addAll(parts);
      given.add(String.join("", parts));
      parts.stream().map(NameParts::first).forEach(initials::add);
    }
    person.nicknames().stream().map(Letters::folded).forEach(given::add);
    all.addAll(given);
    for (String spelling : Letters.spellings(person.familyName())) {
      List<String> parts = parts(spelling);
      all.addAll(parts);
      all.add(String.join("", parts));
      for (String name : List.copyOf(given)) {
        all.add(name + String.join("", parts));
      }
    }
    all.remove("");
    given.remove("");
    return new NameParts(person, given, all, initials);
  }

  /** Whether a part gives the person away; a particle or a single letter does not. */
  boolean isTelling(Atom atom) {
    return all.contains(atom.folded())
        && !CommonWords.isParticle(atom.folded())
        && (!atom.isInitial() || Letters.runsOn(atom.text()));
  }

  boolean isPart(Atom atom) {
    return all.contains(atom.folded()) || isOwnInitial(atom);
  }

  boolean isOwnInitial(Atom atom) {
    return atom.isInitial() && atom.isCapitalised() && initials.contains(atom.folded());
  }

  private static List<String> parts(String folded) {
    return Letters.atoms(folded).stream().map(Atom::text).toList();
  }

  private static String first(String part) {
    return Character.toString(part.codePointAt(0));
  }
}
