package org.evenhand.review.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people whom a passage names. The longest run of parts of one name wins, so that a full
 * name is never taken for two people. Whether a single word is a name depends on its spelling and
 * its place.
 */
final class NameFinder {

  private static final int SHORTEST_IN_SMALL_LETTERS = 3;

  /** In small letters these are verbs first: {@code we may long for it}. */
  private static final Set<String> MODAL = Set.of("may", "will", "can");

  /** After these a name is as likely as a verb is not. */
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          "and",
          "or",
          "with",
          "to",
          "from",
          "by",
          "for",
          "of",
          "asked",
          "helped",
          "thanked",
          "met",
          "told",
          "coached",
          "mentored",
          "trained",
          "supported",
          "led",
          "joined",
          "saw");

  private static final Set<String> CLOSING = Set.of("jr", "jnr", "sr", "ii", "iii", "iv");

  /** A stretch of atoms that names a person. */
  record Run(UUID person, int from, int to) {

    int length() {
      return to - from + 1;
    }
  }

  private final Lexicon lexicon;
  private final Set<UUID> parties;
  private final Set<UUID> namedInFull = new HashSet<>();

  NameFinder(Lexicon lexicon, UUID reviewee, @Nullable UUID reviewer) {
    this.lexicon = lexicon;
    this.parties = reviewer == null ? Set.of(reviewee) : Set.of(reviewee, reviewer);
  }

  /** Records people who are named in full: their first name alone, elsewhere, then means them. */
  void learn(Passage passage) {
    for (int index = 0; index < passage.size(); index++) {
      find(passage, index)
          .filter(run -> run.length() > 1)
          .ifPresent(run -> namedInFull.add(run.person()));
    }
  }

  /** Whom the atom at this index, and perhaps those after it, name. */
  Optional<Run> find(Passage passage, int from) {
    return candidates(passage, from)
        .flatMap(name -> run(passage, name, from).stream())
        .reduce((best, next) -> isBetter(next, best) ? next : best);
  }

  private boolean isBetter(Run next, Run best) {
    return next.length() > best.length()
        || (next.length() == best.length()
            && !parties.contains(best.person())
            && namedInFull.contains(next.person())
            && !namedInFull.contains(best.person()));
  }

  private Stream<NameParts> candidates(Passage passage, int from) {
    Atom atom = passage.at(from);
    Stream<NameParts> named = lexicon.peopleWith(atom.folded()).stream();
    if (!atom.isInitial() || !passage.nameGoesOnAfter(from)) {
      return named;
    }
    return Stream.concat(
        named,
        lexicon.peopleWith(passage.at(from + 1).folded()).stream()
            .filter(name -> name.isOwnInitial(atom)));
  }

  private Optional<Run> run(Passage passage, NameParts name, int from) {
    int to = from;
    while (goesOn(passage, name, from, to)) {
      to++;
    }
    while (to > from && isLooseEnd(passage.at(to), name)) {
      to--;
    }
    return isNamed(passage, name, from, to)
        ? Optional.of(new Run(name.person().id(), from, to))
        : Optional.empty();
  }

  private static boolean goesOn(Passage passage, NameParts name, int from, int to) {
    boolean turned = passage.commaComesAfter(to);
    if (!turned && !passage.nameGoesOnAfter(to)) {
      return false;
    }
    Atom last = passage.at(to);
    Atom next = passage.at(to + 1);
    boolean said =
        IntStream.rangeClosed(from, to)
            .anyMatch(index -> passage.at(index).folded().equals(next.folded()));
    if (said || !name.isPart(next)) {
      return false;
    }
    if (turned) {
      // «Brown, Anna» and «King, Jr.», but not a list of names that begins with this one.
      return CLOSING.contains(next.folded())
          || (!name.given().contains(last.folded()) && name.given().contains(next.folded()));
    }
    return next.isCapitalised()
        || CommonWords.isParticle(next.folded())
        || !CommonWords.isWord(next.folded())
        || isWholeName(passage, name, to);
  }

  /**
   * A given name followed by the family name is a name, even if both are ordinary words in small
   * letters.
   */
  private static boolean isWholeName(Passage passage, NameParts name, int index) {
    Atom given = passage.at(index);
    if (!name.isWhole(given, passage.at(index + 1))) {
      return false;
    }
    boolean phrase = NameParts.isPhrase(passage.at(index + 1));
    if (given.isCapitalised() ? !phrase : !phrase && !MODAL.contains(given.folded())) {
      return true;
    }
    return BEFORE_A_NAME.contains(passage.wordBefore(index))
        || (!phrase && passage.startsSentence(index));
  }

  private static boolean isLooseEnd(Atom last, NameParts name) {
    return !name.isTelling(last) && !CLOSING.contains(last.folded());
  }

  private boolean isNamed(Passage passage, NameParts name, int from, int to) {
    List<Integer> telling =
        IntStream.rangeClosed(from, to)
            .filter(index -> name.isTelling(passage.at(index)))
            .boxed()
            .toList();
    if (telling.isEmpty()) {
      return false;
    }
    boolean unmistakable =
        telling.stream()
            .map(passage::at)
            .filter(atom -> !CommonWords.isWord(atom.folded()))
            .anyMatch(atom -> isWrittenAsName(atom, name));
    if (unmistakable) {
      return true;
    }
    List<Integer> words =
        telling.stream().filter(index -> passage.at(index).isCapitalised()).toList();
    boolean onlyWords =
        telling.stream().allMatch(index -> CommonWords.isWord(passage.at(index).folded()));
    if (passage.followsClearTitle(from)
        || IntStream.range(from, to).anyMatch(index -> isWholeName(passage, name, index))) {
      return true;
    }
    if (!onlyWords || words.isEmpty()) {
      return false;
    }
    return words.size() > 1 || to > from || isNamedByOneWord(passage, name, words.get(0));
  }

  private boolean isWrittenAsName(Atom atom, NameParts name) {
    return atom.isCapitalised()
        || (isNear(name) && atom.folded().length() >= SHORTEST_IN_SMALL_LETTERS);
  }

  /** A single capitalised word that is also an ordinary one. When in doubt it is a name. */
  private boolean isNamedByOneWord(Passage passage, NameParts name, int index) {
    if (passage.followsTitle(index)
        || passage.isPossessive(index)
        || parties.contains(name.person().id())) {
      return true;
    }
    if (!isNear(name) && !name.given().contains(passage.at(index).folded())) {
      return false;
    }
    return !passage.startsSentence(index) || !CommonWords.followsAWord(passage.wordAfter(index));
  }

  private boolean isNear(NameParts name) {
    return name.person().near() || namedInFull.contains(name.person().id());
  }
}
