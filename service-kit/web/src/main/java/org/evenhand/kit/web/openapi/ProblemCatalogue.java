package org.evenhand.kit.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.evenhand.kit.web.problem.ProblemType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Lists in the document every type of problem that the service has, from its enums: the pages under
 * {@code /problems} are made from it, and {@link ProblemResponses} knows from it which status a
 * type has.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemCatalogue implements OASFilter {

  private static final String NAME = "x-problem-types";

  /** A type as the document lists it. */
  record Entry(String code, int status, String title) {}

  private final List<ProblemType> types;

  public ProblemCatalogue(IndexView index) {
    types =
        index.getAllKnownImplementations(ProblemType.class).stream()
            .filter(ClassInfo::isEnum)
            .flatMap(type -> constants(type.name().toString()))
            .sorted(Comparator.comparing(ProblemType::name))
            .toList();
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.addExtension(
        NAME,
        types.stream()
            .map(
                type ->
                    new TreeMap<>(
                        Map.of(
                            "code", type.name(),
                            "status", type.status(),
                            "title", type.title(),
                            "remedy", type.remedy())))
            .toList());
  }

  /** The list, as this filter has left it in the document. */
  static List<Entry> read(OpenAPI api) {
    Map<String, Object> extensions = api.getExtensions();
    Object listed = extensions == null ? null : extensions.get(NAME);
    return listed instanceof List<?> types
        ? types.stream().map(Map.class::cast).map(ProblemCatalogue::entry).toList()
        : List.of();
  }

  private static Entry entry(Map<?, ?> type) {
    return new Entry(
        String.valueOf(type.get("code")),
        Integer.parseInt(String.valueOf(type.get("status"))),
        String.valueOf(type.get("title")));
  }

  private static Stream<ProblemType> constants(String enumName) {
    try {
      Class<?> type = Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
      return Stream.of(Objects.requireNonNull(type.getEnumConstants()))
          .map(ProblemType.class::cast);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The index names " + enumName + ", which isn't there", e);
    }
  }
}
