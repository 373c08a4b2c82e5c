package org.evenhand.review.sample;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a review's texts whatever would tell a rater whose review it is: names, pronouns,
 * teams, places, dates, addresses, logins, titles, and that somebody was absent. The same person is
 * the same placeholder in all texts of the review, so that the story stays readable. When in doubt
 * it takes words out: a text that reads a little worse does less harm than a name.
 *
 * <p>It knows the people, units and places of the directory and the grammar of English. Only a
 * reader can notice the rest; a second person checks each sample.
 */
public final class Redaction {

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+'-]+@[\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{N}]");
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.)\\S*[^\\s.,;:!?)\\]'\"]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|00?)\\d(?:[ ()./-]{0,2}\\d){6,14}(?![\\p{L}\\p{N}])");
  private final Map<String, UUID> addresses;
  private final Lexicon lexicon;
  private final NameFinder names;
  private final TermFinder terms;
  private final Logins logins;
  private final Placeholders placeholders;

  /**
   * @param texts all texts of the review; a person who is named in full in one is known in the
   *     others
   */
  public Redaction(KnownNames known, Collection<String> texts) {
    this.addresses =
        known
            .named()
            .filter(person -> person.email() != null)
            .collect(
                Collectors.toMap(
                    person -> String.valueOf(person.email()).toLowerCase(Locale.ROOT),
                    KnownPerson::id,
                    (first, second) -> first));
    this.lexicon = new Lexicon(known);
    this.names = new NameFinder(lexicon, known.revieweeId(), known.reviewerId());
    this.terms = new TermFinder(lexicon);
    this.logins = new Logins(lexicon);
    this.placeholders = new Placeholders(known.revieweeId(), known.reviewerId());
    texts.stream().map(Letters::normal).map(Passage::of).forEach(names::learn);
  }

  public String redact(String text) {
    String result = Letters.normal(text);
    result = EMAIL.matcher(result).replaceAll(match -> address(match.group()));
    result = signed(LINK, result, Placeholders.Kind.LINK);
    result = logins.replaced(result, this::sign, this::address);
    result = Dates.replaced(result, date -> sign(Placeholders.Kind.DATE, date));
    result = signed(NUMBER, result, Placeholders.Kind.NUMBER);
    result = runningOnReplaced(result);
    result = namesReplaced(Passage.of(result));
    result =
        Countries.codesReplaced(
            result, code -> sign(Placeholders.Kind.PLACE, code), placeholders::isPlace);
    result = Dates.monthsReplaced(result, date -> sign(Placeholders.Kind.DATE, date));
    result = Absences.removed(result, found -> String.valueOf(placeholders.removed()));
    result = Titles.removed(result, this::stranger);
    return placeholders.writtenOut(Pronouns.replaced(result));
  }

  private String namesReplaced(Passage passage) {
    StringBuilder out = new StringBuilder();
    int written = 0;
    int index = 0;
    while (index < passage.size()) {
      Optional<Hit> hit = hit(passage, index);
      if (hit.isPresent()) {
        out.append(passage.text(), written, passage.at(index).start()).append(hit.get().sign());
        index += hit.get().length();
        written = passage.at(index - 1).end();
      } else {
        index++;
      }
    }
    return out.append(passage.text(), written, passage.text().length()).toString();
  }

  private record Hit(char sign, int length) {}

  private Optional<Hit> hit(Passage passage, int index) {
    Optional<Hit> person =
        names
            .find(passage, index)
            .map(run -> new Hit(placeholders.person(run.person()), run.length()));
    Optional<Hit> term =
        terms
            .find(passage, index)
            .map(
                found ->
                    new Hit(placeholders.of(found.kind(), found.identity()), found.parts().size()));
    boolean termIsLonger =
        term.isPresent() && person.map(hit -> hit.length() < term.get().length()).orElse(true);
    return termIsLonger ? term : person;
  }

  private String runningOnReplaced(String text) {
    String result = text;
    for (Map.Entry<String, UUID> name : lexicon.runningOn().entrySet()) {
      if (result.contains(name.getKey())) {
        result =
            result.replace(name.getKey(), String.valueOf(placeholders.person(name.getValue())));
      }
    }
    return result;
  }

  private String address(String found) {
    UUID owner = addresses.get(found.toLowerCase(Locale.ROOT));
    return owner == null
        ? sign(Placeholders.Kind.ADDRESS, found.toLowerCase(Locale.ROOT))
        : String.valueOf(placeholders.person(owner));
  }

  /** The same unknown name gets the same placeholder. */
  private String stranger(String name) {
    return sign(Placeholders.Kind.PERSON, Letters.folded(name));
  }

  private String signed(Pattern pattern, String text, Placeholders.Kind kind) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(sign(kind, match.group())));
  }

  private String sign(UUID person) {
    return String.valueOf(placeholders.person(person));
  }

  private String sign(Placeholders.Kind kind, String identity) {
    return String.valueOf(placeholders.of(kind, identity));
  }
}
