package org.evenhand.kit.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Marks as required what an answer always holds: each component of its record that isn't
 * {@code @Nullable}, because our JSON leaves out null and nothing else. What a client sends is left
 * as its author describes it, because a default may stand in for what is missing.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RequiredProperties implements OASFilter {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class.getName());
  private static final DotName SCHEMA =
      DotName.createSimple(
          org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

  private final List<ClassInfo> records;

  public RequiredProperties(IndexView index) {
    records =
        index.getKnownClasses().stream()
            .filter(type -> type.isRecord() && type.name().toString().startsWith("org.evenhand."))
            .toList();
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null || api.getComponents() == null) {
      return;
    }
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Set<String> sent = new DocumentSchemas(api).sent();
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null && !sent.contains(name)) {
            complete(name, schema);
          }
        });
  }

  private void complete(String name, Schema schema) {
    List<List<String>> described =
        records.stream()
            .filter(type -> names(type, name) && components(type).equals(properties(schema)))
            .map(RequiredProperties::always)
            .distinct()
            .toList();
    // Two records of one name that differ in what they always hold: the author has to say it.
    if (described.size() == 1) {
      var required = new ArrayList<>(described.get(0));
      if (!required.isEmpty()) {
        schema.setRequired(required);
      }
    }
  }

  /** A generic record's schema has the name of its argument behind its own: PageCycleView. */
  private static boolean names(ClassInfo type, String schema) {
    AnnotationInstance given = type.declaredAnnotation(SCHEMA);
    AnnotationValue name = given == null ? null : given.value("name");
    return schema.equals(name == null ? type.simpleName() : name.asString())
        || !type.typeParameters().isEmpty() && schema.startsWith(type.simpleName());
  }

  private static Set<String> components(ClassInfo type) {
    return Set.copyOf(type.recordComponents().stream().map(RecordComponentInfo::name).toList());
  }

  private static Set<String> properties(Schema schema) {
    return Set.copyOf(schema.getProperties().keySet());
  }

  private static List<String> always(ClassInfo type) {
    return Stream.of(type.recordComponents().toArray(RecordComponentInfo[]::new))
        .filter(component -> !component.type().hasAnnotation(NULLABLE))
        .map(RecordComponentInfo::name)
        .toList();
  }
}
