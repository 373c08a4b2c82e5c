package org.evenhand.review.sample;

import java.util.List;

/**
 * The name of a unit or a place, as its folded parts.
 *
 * @param identity what it has in common with other names of the same thing
 * @param proper whether it is always written with a capital: {@code china} isn't a country
 */
record Term(Placeholders.Kind kind, String identity, List<String> parts, boolean proper) {

  static Term of(Placeholders.Kind kind, String name) {
    List<String> parts = parts(name);
    return new Term(kind, String.join(" ", parts), parts, false);
  }

  static Term country(String code, String name) {
    return new Term(Placeholders.Kind.PLACE, code, parts(name), true);
  }

  private static List<String> parts(String name) {
    return Letters.atoms(name).stream().map(Atom::folded).toList();
  }

  /** A bare number isn't a name, because unit 100 can't be told from a hundred of something. */
  boolean isUsable() {
    return parts.size() > 1
        || (parts.size() == 1
            && parts.get(0).length() > 1
            && !parts.get(0).chars().allMatch(Character::isDigit));
  }
}
