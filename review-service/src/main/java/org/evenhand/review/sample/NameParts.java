package org.evenhand.review.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's name, taken apart and folded.
 *
 * @param given what can stand for the person as a first name, nicknames and joined forms included
 * @param family what can stand for the person as a family name
 * @param all every part, particles too
 * @param initials of the given names
 */
record NameParts(
    KnownPerson person,
    Set<String> given,
    Set<String> family,
    Set<String> all,
    Set<String> initials) {

  private static final int SHORTEST_LOGIN = 5;
  private static final Set<String> PARTICLES_OF_VERBS =
      Set.of(
          "away", "back", "best", "by", "close", "down", "early", "fast", "free", "in", "late",
          "less", "long", "low", "more", "much", "off", "on", "out", "over", "so", "still",
          "through", "to", "up", "us", "well", "you");

  static NameParts of(KnownPerson person) {
    Set<String> given = new HashSet<>();
    Set<String> family = new HashSet<>();
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
      family.addAll(parts);
      family.add(String.join("", parts));
      all.addAll(family);
      for (String name : List.copyOf(given)) {
        all.add(name + String.join("", parts));
      }
    }
    if (person.near()) {
      all.addAll(logins(family, initials));
    }
    all.remove("");
    family.remove("");
    given.remove("");
    return new NameParts(person, given, family, all, initials);
  }

  /** An initial with the family name, as many accounts are called: {@code ghope}. */
  private static Set<String> logins(Set<String> family, Set<String> initials) {
    Set<String> logins = new HashSet<>();
    family.forEach(name -> initials.forEach(initial -> logins.add(initial + name)));
    logins.removeIf(login -> login.length() < SHORTEST_LOGIN || CommonWords.isLikeLogin(login));
    return logins;
  }

  /** Whether two atoms beside each other are the whole name, however they are written. */
  boolean isWhole(Atom first, Atom second) {
    return given.contains(first.folded())
        && family.contains(second.folded())
        && !first.isInitial()
        && isTelling(second);
  }

  /** Whether the two read as a verb with its particle: {@code mark down}. */
  static boolean isPhrase(Atom second) {
    return PARTICLES_OF_VERBS.contains(second.folded());
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
