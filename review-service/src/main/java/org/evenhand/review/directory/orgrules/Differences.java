package org.evenhand.review.directory.orgrules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.jspecify.annotations.Nullable;

/** In which columns two records of the same thing differ, and how. */
final class Differences {

  private final List<CellChange> changes = new ArrayList<>();

  Differences between(@Nullable Person known, @Nullable Person told) {
    return on(OrgColumns.GIVEN_NAME, known, told, Person::givenName)
        .on(OrgColumns.FAMILY_NAME, known, told, Person::familyName)
        .on(OrgColumns.EMAIL, known, told, Person::email)
        .on(OrgColumns.STATUS, known, told, person -> person.status().name());
  }

  Differences between(@Nullable Position known, @Nullable Position told) {
    return on(OrgColumns.ORG_UNIT, known, told, Position::orgUnit)
        .on(OrgColumns.JOB_LEVEL, known, told, Position::jobLevel)
        .on(OrgColumns.JOB_FAMILY, known, told, Position::jobFamily)
        .on(OrgColumns.WORK_LOCATION, known, told, Position::workLocation)
        .on(OrgColumns.COUNTRY, known, told, Position::country)
        .on(OrgColumns.LEGAL_ENTITY, known, told, Position::legalEntity)
        .on(OrgColumns.WORKER_TYPE, known, told, Position::workerType);
  }

  List<CellChange> changes() {
    return changes;
  }

  /** Whether nothing of the name stays. */
  static boolean anotherName(Person known, Person told) {
    return Collections.disjoint(parts(known), parts(told));
  }

  /** The columns, for a message; where two values look alike, what they are made of. */
  static String named(List<CellChange> changes) {
    return changes.stream().map(Differences::named).collect(Collectors.joining(", "));
  }

  private static String named(CellChange change) {
    String from = change.from();
    String to = change.to();
    return from != null && to != null && letters(from).equals(letters(to))
        ? "%s (recorded as %s, sent as %s)"
            .formatted(change.column(), KeyText.shown(from), KeyText.shown(to))
        : change.column();
  }

  private static Set<String> parts(Person person) {
    return Arrays.stream((person.givenName() + " " + person.familyName()).split("[^\\p{L}\\p{M}]+"))
        .map(Differences::letters)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Letters and digits alone, without accents and case. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }

  private <T> Differences on(
      String column, @Nullable T known, @Nullable T told, Function<T, @Nullable String> of) {
    return on(column, known == null ? null : of.apply(known), told == null ? null : of.apply(told));
  }

  /** A text of nothing is nothing. */
  Differences on(String column, @Nullable String known, @Nullable String told) {
    String from = blankToNull(known);
    String to = blankToNull(told);
    if (!Objects.equals(from, to)) {
      changes.add(new CellChange(column, from, to));
    }
    return this;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
