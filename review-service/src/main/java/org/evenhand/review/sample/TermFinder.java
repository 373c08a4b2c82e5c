package org.evenhand.review.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds units and places by their names. */
final class TermFinder {

  private static final Set<String> TEAM_WORDS =
      Set.of(
          "team",
          "teams",
          "department",
          "dept",
          "unit",
          "group",
          "division",
          "office",
          "function",
          "site",
          "branch");

  private final Lexicon lexicon;

  TermFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The longest name that starts at this atom. */
  Optional<Term> find(Passage passage, int from) {
    return lexicon.termsFrom(passage.at(from).folded()).stream()
        .filter(term -> matches(passage, term.parts(), from))
        .filter(term -> !term.proper() || passage.at(from).isCapitalised())
        .filter(term -> term.parts().size() > 1 || isNamedByOneWord(passage, from))
        .max(Comparator.comparingInt(term -> term.parts().size()));
  }

  private static boolean matches(Passage passage, List<String> parts, int from) {
    if (from + parts.size() > passage.size()) {
      return false;
    }
    for (int offset = 0; offset < parts.size(); offset++) {
      if (!passage.at(from + offset).folded().equals(parts.get(offset))
          || (offset > 0 && !passage.termGoesOnAfter(from + offset - 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamedByOneWord(Passage passage, int index) {
    Atom atom = passage.at(index);
    return !CommonWords.isWord(atom.folded())
        || TEAM_WORDS.contains(passage.wordAfter(index))
        || (atom.isCapitalised() && !passage.startsSentence(index));
  }
}
