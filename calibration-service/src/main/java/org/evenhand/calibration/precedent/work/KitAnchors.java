package org.evenhand.calibration.precedent.work;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of the starter kit's policy at which its cases are put, in all of its languages: in
 * which words a company has taken it is its own to choose.
 */
@Singleton
class KitAnchors {

  private final Map<String, List<String>> texts;

  KitAnchors(ObjectMapper mapper) {
    try (InputStream file = KitAnchors.class.getResourceAsStream("kit-anchors.json")) {
      texts = mapper.readValue(Objects.requireNonNull(file), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("the anchors of the starter kit", e);
    }
  }

  /**
   * @param text an anchor of a policy; null where it has none at this level
   * @param at a level of the kit, {@code results/3}
   */
  boolean sayTheSame(@Nullable String text, String at) {
    return text != null && texts.getOrDefault(at, List.of()).contains(text);
  }
}
