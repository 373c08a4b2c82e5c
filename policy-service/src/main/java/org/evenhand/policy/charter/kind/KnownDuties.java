package org.evenhand.policy.charter.kind;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.evenhand.kit.data.json.Json;

/**
 * The kinds of duty of the suite. Each service knows its own; the list in {@code duties.json} is
 * what they have promised, and tests hold each of them to it.
 */
@Singleton
public class KnownDuties {

  private static final String LIST = "/duties.json";
  private static final int SUGGESTED = 3;

  private final List<KnownDuty> all = read();

  public List<KnownDuty> all() {
    return all;
  }

  public boolean include(String kind) {
    return all.stream().anyMatch(known -> known.kind().equals(kind));
  }

  /** Whether nobody but whoever owes one may learn of it. */
  public boolean confidential(String kind) {
    return all.stream().anyMatch(known -> known.kind().equals(kind) && known.tellsNobody());
  }

  /** Whether those whom a path names may learn of such a duty. */
  public boolean admit(String kind, List<PathStep> path) {
    return all.stream()
        .filter(known -> known.kind().equals(kind))
        .allMatch(one -> one.admits(path));
  }

  /** The kinds whose paths name others than those who may learn of them; services keep to these. */
  public List<String> notFollowed(List<KindTerms> terms) {
    return terms.stream()
        .filter(each -> confidential(each.kind()) || !admit(each.kind(), each.path()))
        .map(KindTerms::kind)
        .toList();
  }

  /** The kinds whose names differ least from one that isn't known. */
  public List<String> nearest(String name) {
    return all.stream()
        .map(KnownDuty::kind)
        .sorted(Comparator.comparingInt((String kind) -> distance(kind, name)))
        .limit(SUGGESTED)
        .toList();
  }

  /** How many letters have to be added, taken out or changed (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  private static List<KnownDuty> read() {
    try (var list = KnownDuties.class.getResourceAsStream(LIST)) {
      return Json.mapper()
          .readValue(Objects.requireNonNull(list, LIST), new TypeReference<List<KnownDuty>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
