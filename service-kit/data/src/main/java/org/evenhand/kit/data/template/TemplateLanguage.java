package org.evenhand.kit.data.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language in which every template is written. */
public enum TemplateLanguage {
  EN,
  DE;

  private static final List<String> TAGS =
      Arrays.stream(values()).map(TemplateLanguage::toString).toList();

  /**
   * Of a header Accept-Language. A preference that nobody can follow or read is no fault of the
   * request (RFC 9110, 12.5.4).
   */
  static TemplateLanguage preferred(@Nullable String accepted) {
    if (accepted == null) {
      return EN;
    }
    try {
      @Nullable String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
      return tag == null ? EN : valueOf(tag.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The JDK's parser fails in both ways, in the latter at a lone hyphen
      return EN;
    }
  }

  /** As parameters and files say it (BCP 47). */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
