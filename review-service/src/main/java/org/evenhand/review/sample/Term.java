package org.evenhand.review.sample;

import java.util.List;

/** The name of a unit or a place, as the folded parts that it consists of. */
record Term(Placeholders.Kind kind, String name, List<String> parts) {

  static Term of(Placeholders.Kind kind, String name) {
    return new Term(kind, name, Letters.atoms(name).stream().map(Atom::folded).toList());
  }

  /** A bare number is no name: unit 100 cannot be told from a hundred of something. */
  boolean isUsable() {
    return parts.size() > 1
        || (parts.size() == 1
            && parts.get(0).length() > 1
            && !parts.get(0).chars().allMatch(Character::isDigit));
  }
}
