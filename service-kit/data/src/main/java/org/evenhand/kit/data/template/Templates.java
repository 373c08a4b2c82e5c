package org.evenhand.kit.data.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** The templates of a service, read when it starts: without one of them it doesn't. */
@Startup
@Singleton
public class Templates {

  private final Map<TemplateLanguage, NavigableMap<String, Template>> byPlace =
      new EnumMap<>(TemplateLanguage.class);

  Templates(@All List<TemplateKind> kinds, ObjectMapper mapper) {
    for (TemplateLanguage language : TemplateLanguage.values()) {
      NavigableMap<String, Template> written = new TreeMap<>();
      for (TemplateKind kind : kinds) {
        for (String key : kind.keys()) {
          written.put(
              Template.place(kind.name(), key),
              read(mapper, "templates/%s%s.%s.json".formatted(kind.folder(), key, language)));
        }
      }
      byPlace.put(language, written);
    }
  }

  /**
   * @throws Problem 404
   */
  public Template get(String kind, String key, TemplateLanguage language) {
    return Optional.ofNullable(in(language).get(Template.place(kind, key)))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND, "There is no such template."));
  }

  /**
   * @param kinds all of them if empty
   */
  List<Template> after(String place, Set<String> kinds, TemplateLanguage language, int most) {
    return in(language).tailMap(place, false).values().stream()
        .filter(template -> kinds.isEmpty() || kinds.contains(template.kind()))
        .limit(most)
        .toList();
  }

  private NavigableMap<String, Template> in(TemplateLanguage language) {
    return Objects.requireNonNull(byPlace.get(language));
  }

  private static Template read(ObjectMapper mapper, String path) {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      return mapper.readValue(Objects.requireNonNull(file, path), Template.class);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
