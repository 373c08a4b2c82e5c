package org.evenhand.local.canary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All canaries of a run. A text is searched regardless of case and of how an accent is encoded. */
public final class Canaries {
  private final List<Canary> all;

  public Canaries(List<Canary> all) {
    this.all = all.stream().map(each -> new Canary(each.what(), comparable(each.words()))).toList();
  }

  public Stream<Sighting> in(String place, String text) {
    String comparable = comparable(text);
    return all.stream()
        .filter(each -> comparable.contains(each.words()))
        .map(each -> new Sighting(each.what(), place));
  }

  private static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
