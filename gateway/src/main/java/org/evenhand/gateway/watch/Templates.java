package org.evenhand.gateway.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Path templates such as {@code /v1/reviews/{id}}, to find the one that a path matches. */
final class Templates {

  private record Template(String path, Pattern pattern) {

    static Template of(String path) {
      StringBuilder regex = new StringBuilder();
      for (String part : path.split("(?=\\{)|(?<=})")) {
        regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
      }
      return new Template(path, Pattern.compile(regex.toString()));
    }
  }

  private final Map<String, List<Template>> byBeginning;

  /** Where a literal and a parameter both match, the literal wins. */
  Templates(Collection<String> paths) {
    byBeginning =
        paths.stream()
            .sorted(Comparator.comparing(path -> path.replace('{', '\uffff')))
            .map(Template::of)
            .collect(Collectors.groupingBy(template -> beginning(template.path())));
  }

  Optional<String> of(String path) {
    return byBeginning.getOrDefault(beginning(path), List.of()).stream()
        .filter(template -> template.pattern().matcher(path).matches())
        .map(Template::path)
        .findFirst();
  }

  /** The first two segments, which hold no parameter. */
  private static String beginning(String path) {
    int second = path.indexOf('/', 1);
    int third = second < 0 ? -1 : path.indexOf('/', second + 1);
    return third < 0 ? path : path.substring(0, third);
  }
}
