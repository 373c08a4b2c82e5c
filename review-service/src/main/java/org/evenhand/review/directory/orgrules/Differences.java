package org.evenhand.review.directory.orgrules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.kit.data.imports.CellChange;
import org.evenhand.kit.web.text.KeyText;
import org.evenhand.review.directory.people.Person;
import org.evenhand.review.directory.people.Position;
import org.jspecify.annotations.Nullable;

/** In which columns two records of the same thing differ, and how. */
final class Differences {

  private final List<CellChange> changes = new ArrayList<>();

  private Differences() {}

  static List<CellChange> of(Person known, Person told) {
    return new Differences()
        .on(OrgColumns.GIVEN_NAME, known.givenName(), told.givenName())
        .on(OrgColumns.FAMILY_NAME, known.familyName(), told.familyName())
        .on(OrgColumns.EMAIL, known.email(), told.email())
        .on(OrgColumns.STATUS, known.status().name(), told.status().name())
        .changes;
  }

  static List<CellChange> of(Position known, Position told) {
    return new Differences()
        .on(OrgColumns.ORG_UNIT, known.orgUnit(), told.orgUnit())
        .on(OrgColumns.JOB_LEVEL, known.jobLevel(), told.jobLevel())
        .on(OrgColumns.JOB_FAMILY, known.jobFamily(), told.jobFamily())
        .on(OrgColumns.WORK_LOCATION, known.workLocation(), told.workLocation())
        .on(OrgColumns.COUNTRY, known.country(), told.country())
        .on(OrgColumns.LEGAL_ENTITY, known.legalEntity(), told.legalEntity())
        .on(OrgColumns.WORKER_TYPE, known.workerType(), told.workerType())
        .changes;
  }

  /** Nothing of the name stays: then it may be somebody else. */
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

  private Differences on(String column, @Nullable String known, @Nullable String told) {
    if (!Objects.equals(known, told)) {
      changes.add(new CellChange(column, blankToNull(known), blankToNull(told)));
    }
    return this;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
