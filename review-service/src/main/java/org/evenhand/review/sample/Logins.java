package org.evenhand.review.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Logins, handles and the HRIS' ids: {@code grace.hope}, {@code @grace_hope}, {@code ghope}, {@code
 * R-011}.
 */
final class Logins {

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@.])@([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{N}])");
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._@-])[\\p{L}\\p{M}]+\\d{0,4}(?:[._][\\p{L}\\p{M}\\p{N}]+){1,3}(?![\\p{L}\\p{N}_@])");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:[-_./][\\p{L}\\p{N}]+)*");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:#|\\b(?:employee|personnel|staff|payroll|id|no\\.?|number|nr\\.?)[ :#]{1,2})$",
          Pattern.CASE_INSENSITIVE);
  private static final int LONG_NUMBER = 6;

  private final Lexicon lexicon;

  Logins(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What of a text may be an id, folded. */
  static Set<String> tokens(String text) {
    Set<String> tokens = new HashSet<>();
    TOKEN.matcher(text).results().forEach(found -> tokens.add(key(found.group())));
    return tokens;
  }

  /** An id as it is compared: with or without what separates its parts. */
  static String key(String id) {
    return Letters.folded(id).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * @param person gives the sign of a person
   * @param unknown gives the sign of a handle of which the directory knows no owner
   */
  String replaced(String text, Function<UUID, String> person, Function<String, String> unknown) {
    String result =
        HANDLE
            .matcher(text)
            .replaceAll(
                found ->
                    owner(found.group(1))
                        .map(person)
                        .orElseGet(() -> unknown.apply(Letters.folded(found.group(1)))));
    result =
        LOGIN
            .matcher(result)
            .replaceAll(found -> owner(found.group()).map(person).orElse(found.group()));
    String before = result;
    return TOKEN
        .matcher(before)
        .replaceAll(
            found ->
                holder(found.group(), before.substring(0, found.start()))
                    .map(person)
                    .orElse(found.group()));
  }

  /** The owner of an id. A bare number is an id only where it is long, or where a word says so. */
  private Optional<UUID> holder(String token, String before) {
    Optional<UUID> holder = lexicon.holderOf(key(token));
    if (holder.isEmpty()) {
      return holder;
    }
    boolean digits = token.chars().anyMatch(Character::isDigit);
    boolean letters = token.chars().anyMatch(Character::isLetter);
    boolean told =
        digits && letters
            || (digits && (token.length() >= LONG_NUMBER || NUMBERED.matcher(before).find()))
            || (letters && !digits && token.equals(token.toUpperCase(java.util.Locale.ROOT)));
    return told ? holder : Optional.empty();
  }

  /** The people whose names have all these parts. */
  private Optional<UUID> owner(String login) {
    List<String> parts =
        Stream.of(login.split("[._-]"))
            .map(part -> Letters.folded(part.replaceFirst("\\d{1,4}$", "")))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.stream()
        .flatMap(part -> lexicon.peopleWith(part).stream())
        .filter(name -> parts.stream().allMatch(part -> isOf(name, part)))
        .findFirst()
        .map(name -> name.person().id());
  }

  private static boolean isOf(NameParts name, String part) {
    return name.all().contains(part) || name.initials().contains(part);
  }
}
